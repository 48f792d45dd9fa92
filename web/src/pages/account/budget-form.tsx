import { NumberInput } from "@mantine/core";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { usd } from "../../components/numbers.tsx";
import { FormSection } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";
import type { AccountRow } from "./profile-form.tsx";

export function BudgetForm({ account }: { account: AccountRow }) {
  const { form, submit, pending, problem } = useApiForm({
    // The input holds a string while it is empty.
    initialValues: { monthlyBudgetUsd: account.monthly_budget_usd ?? "" },
    send: ({ monthlyBudgetUsd: budget }) =>
      call("patchAccount", { body: { monthlyBudgetUsd: budget === "" ? null : Number(budget) } }),
    onDone: ({ monthly_budget_usd: budget }) => {
      void refresh("getAccount");
      tell(budget === null ? "There is no monthly budget now." : `The monthly budget is ${usd(budget)}.`);
    },
  });
  return (
    <FormSection
      title="Monthly budget"
      text={`What all your keys together may spend in a calendar month (UTC). At the limit, mails are held for you; you are told at 80 and at 100 per cent. This month: ${usd(account.month_cost_usd)}.`}
      save="Save budget"
      {...{ submit, pending, problem }}
    >
      <NumberInput
        label="US dollars a month"
        placeholder="No limit"
        prefix="$"
        min={0.01}
        max={100_000}
        decimalScale={2}
        thousandSeparator=","
        maw={240}
        key={form.key("monthlyBudgetUsd")}
        {...form.getInputProps("monthlyBudgetUsd")}
      />
    </FormSection>
  );
}
