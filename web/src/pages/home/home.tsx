import { Stack } from "@mantine/core";
import { PageHeader } from "../../components/page-header.tsx";
import { useSession } from "../../session/session.ts";
import { BudgetBar } from "../usage/budget-bar.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { Recent } from "./recent.tsx";

/** What to do first, then what waits for the owner and what happened last. */
export default function Home() {
  const session = useSession();
  const name = session.status === "in" ? session.user.name : "";
  return (
    <>
      <PageHeader title="Home">{name === "" ? undefined : `Welcome, ${name}.`}</PageHeader>
      <Stack gap="md">
        <FirstSteps />
        <Recent title="Needs you" state="needs_owner" none="Nothing waits for you. Drafts and held mails stand here." />
        <Recent title="Latest mails" none="No mail yet. What arrives at your agents stands here." />
        <BudgetBar />
      </Stack>
    </>
  );
}
