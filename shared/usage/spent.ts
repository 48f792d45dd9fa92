import type { Provider } from "../providers/registry.ts";
import type { CounterField } from "./counter-name.ts";
import type { PaidBy } from "./paid-by.ts";

/** What of a run's calls is counted, and under which names: one part for each key that was asked with. */
export type Spent = {
  paidBy: PaidBy;
  agentId: string;
  provider: Provider;
  model: string;
  counters: Partial<Record<CounterField, number>>;
};

/**
 * What a run takes of its owner's budgets. A call whose answer was lost may have been charged, and where the provider has
 * not reported what, it takes what was reserved for one call; so does an answer whose cost is unknown.
 */
export function budgetCost(parts: Spent[], nanoUsdPerCall: number): number {
  return parts
    .filter(({ paidBy }) => paidBy === "owner")
    .reduce((sum, { counters }) => sum + (counters.cost_nano_usd ?? unknown(counters) * nanoUsdPerCall), 0);
}

function unknown({ calls_lost = 0, mails_unpriced = 0 }: Spent["counters"]): number {
  return calls_lost + mails_unpriced;
}
