import { useApi } from "../../../api/use-api.ts";
import { Warnings } from "../../../components/warnings.tsx";
import type { Run } from "../thread/run-cache.ts";

/** Warns that this mail's budget would hold it in every future month or day too, where that is so. */
export function BudgetWarnings({ run }: { run: Run }) {
  if (run.reason === "monthly_budget" || run.reason === "price_unknown") return <OfMonth />;
  return run.reason === "agent_daily_budget" ? <OfDay agent={run.agent_id} /> : null;
}

function OfMonth() {
  const { data } = useApi("getAccount", {});
  return <Warnings of={data?.warnings} />;
}

function OfDay({ agent: id }: { agent: string }) {
  const { data } = useApi("getAgent", { params: { id } });
  return <Warnings of={data?.warnings} />;
}
