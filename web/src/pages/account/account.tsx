import { Stack } from "@mantine/core";
import { useApi } from "../../api/use-api.ts";
import { lazyPart } from "../../components/lazy-part.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { AddressCard } from "./address-card.tsx";
import { BudgetForm } from "./budget-form.tsx";
import { DeleteAccount } from "./delete-account.tsx";
import { ExportCard } from "./export-card.tsx";
import { PasswordForm } from "./password-form.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { SessionsCard } from "./sessions-card.tsx";

const RemindersForm = lazyPart(() => import("./notices/reminders-form.tsx"));

export default function Account() {
  const account = useApi("getAccount", {});
  return (
    <>
      <PageHeader title="Account" />
      <Loaded query={account}>
        {(account) => (
          <Stack gap="md" maw={720}>
            <ProfileForm account={account} />
            <AddressCard account={account} />
            <RemindersForm />
            <BudgetForm account={account} />
            <PasswordForm />
            <SessionsCard />
            <ExportCard />
            <DeleteAccount />
          </Stack>
        )}
      </Loaded>
    </>
  );
}
