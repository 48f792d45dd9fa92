import type { Provider } from "../providers/registry.ts";
import type { CounterField } from "./counter-name.ts";
import type { PaidBy } from "./paid-by.ts";

/** The counted calls of a run and their counters: one part for each key that made a call. */
export type Spent = {
  paidBy: PaidBy;
  agentId: string;
  provider: Provider;
  model: string;
  counters: Partial<Record<CounterField, number>>;
};

/**
 * What a run takes from its owner's budgets. A call whose answer was lost may have been charged. If its provider did
 * not report the use, it takes the amount that was reserved for one call, and so does an answer of unknown cost.
 */
export function budgetCost(parts: Spent[], nanoUsdPerCall: number): number {
  return parts
    .filter(({ paidBy }) => paidBy === "owner")
    .reduce((sum, { counters }) => sum + (counters.cost_nano_usd ?? unknown(counters) * nanoUsdPerCall), 0);
}

function unknown({ calls_lost = 0, mails_unpriced = 0 }: Spent["counters"]): number {
  return calls_lost + mails_unpriced;
}
