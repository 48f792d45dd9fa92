import { parseCounterName } from "./counter-name.ts";
import type { UsageItem } from "./usage-report.ts";

/** One day as readable rows: one for each key, agent and model that was used, with its counters by name. */
export function usageRows({ day, values }: UsageItem): Record<string, unknown>[] {
  const rows = new Map<string, Record<string, unknown>>();
  for (const [name, value] of Object.entries(values)) {
    const counter = parseCounterName(name);
    if (counter === undefined || typeof value !== "number") continue;
    const { paidBy: paid_by, agentId: agent_id, provider, model, field } = counter;
    const group = JSON.stringify([paid_by, agent_id, provider, model]);
    rows.set(group, { day, paid_by, agent_id, provider, model, ...rows.get(group), [field]: value });
  }
  return [...rows.values()];
}
