import { Card, Group, Progress, Text } from "@mantine/core";
import { useApi } from "../../api/use-api.ts";
import { usd } from "../../components/numbers.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { Warnings } from "../../components/warnings.tsx";
import { paths } from "../../paths.ts";

/** How much of the month's budget is spent, or the way to set a budget. */
export function BudgetBar() {
  const { data: account } = useApi("getAccount", {});
  if (account === undefined) return null;
  const { monthly_budget_usd: budget, month_cost_usd: spent, month_set_aside: aside, warnings } = account;
  if (budget === null) {
    return (
      <Text size="sm" c="dimmed">
        This month your keys have paid {usd(spent)}. It has no limit:{" "}
        <TextLink href={paths.account()}>set a monthly budget</TextLink>.
      </Text>
    );
  }
  const share = Math.min(((spent + aside.open_usd + aside.lost_usd) / budget) * 100, 100);
  const color = share >= 100 ? "red" : share >= 80 ? "orange" : "ink";
  return (
    <Card component="section" aria-label="Monthly budget" padding="md">
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={500}>
          This month's budget
        </Text>
        <Text size="sm" className="numbers">
          {usd(spent)} of {usd(budget)}
          {aside.open_usd + aside.lost_usd > 0 && `, and ${usd(aside.open_usd + aside.lost_usd)} set aside`}
        </Text>
      </Group>
      <Progress
        value={share}
        color={color}
        aria-label={`${Math.round(share)} % of the month's budget is spent or reserved`}
      />
      {aside.open_usd > 0 && (
        <Text size="sm" mt={6}>
          {usd(aside.open_usd)} are reserved for running calls. They are counted or released when the calls end.
        </Text>
      )}
      {aside.lost_usd > 0 && (
        <Text size="sm" mt={6}>
          {usd(aside.lost_usd)} stay reserved until the month ends, for calls whose answers were lost. The provider may
          have charged up to that amount.
        </Text>
      )}
      <Warnings of={warnings} />
      {share >= 100 && (
        <Text size="sm" mt={6}>
          Mails are held until the next month, or until you <TextLink href={paths.account()}>raise the budget</TextLink>
          .
        </Text>
      )}
    </Card>
  );
}
