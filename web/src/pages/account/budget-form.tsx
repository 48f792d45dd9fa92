import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { number } from "../../components/form/checks.ts";
import { NumberField } from "../../components/form/number-field.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { usd } from "../../components/numbers.tsx";
import { FormSection } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";
import { Warnings } from "../../components/warnings.tsx";
import type { AccountRow } from "./profile-form.tsx";

export function BudgetForm({ account }: { account: AccountRow }) {
  const { form, submit, pending, problem } = useApiForm({
    // An empty input holds an empty string.
    initialValues: { monthlyBudgetUsd: account.monthly_budget_usd ?? "" },
    validate: ({ monthlyBudgetUsd }) => ({
      monthlyBudgetUsd: number(monthlyBudgetUsd, { min: 0.01, max: 100_000 }, "may be empty"),
    }),
    send: ({ monthlyBudgetUsd: budget }) =>
      call("patchAccount", { body: { monthlyBudgetUsd: budget === "" ? null : Number(budget) } }),
    onDone: ({ monthly_budget_usd: budget }) => {
      void refresh("getAccount");
      tell(budget === null ? "The monthly budget is removed." : `The monthly budget is ${usd(budget)}.`);
    },
  });
  return (
    <FormSection
      title="Monthly budget"
      text={`What all your keys together may spend in a calendar month (UTC). At the limit, mails are held for you; you are told at 80 and at 100 per cent. This month: ${usd(account.month_cost_usd)}.`}
      save="Save budget"
      {...{ submit, pending, problem }}
    >
      <NumberField
        form={form}
        name="monthlyBudgetUsd"
        label="US dollars a month"
        placeholder="No limit"
        prefix="$"
        digits={2}
        maw={240}
      />
      <Warnings of={account.warnings} />
    </FormSection>
  );
}
