import { useApi } from "../../api/use-api.ts";
import type { Cost } from "./key-facts.tsx";

/**
 * The cost of each provider's key since the first of this month (UTC), by provider. A provider without use is missing.
 */
export function useMonthCosts(): Partial<Record<string, Cost>> {
  const today = new Date().toISOString().slice(0, 10);
  const usage = useApi("getUsage", { query: { from: `${today.slice(0, 7)}-01`, to: today, group_by: "provider" } });
  const groups = usage.data?.groups ?? [];
  return Object.fromEntries(groups.map(({ key, cost_usd, mails }) => [key, { usd: cost_usd, mails }]));
}
