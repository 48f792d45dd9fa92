import type * as z from "zod/mini";
import { type Counter, type CounterField, parseCounterName } from "./counter-name.ts";
import type { PaidBy } from "./paid-by.ts";
import type { GROUPS, usageNumbers } from "./usage-numbers.ts";

/** One day of one user in the usage table: counters by name, beside attributes of other kinds. */
export type UsageItem = { day: string; values: Record<string, unknown> };

export type Group = (typeof GROUPS)[number];
export type UsageNumbers = z.infer<typeof usageNumbers>;

type Sums = Record<CounterField, number>;
/** Adds up separately what each of the two keys paid for. */
type Bill = Record<PaidBy, Sums>;

/** Adds up the counters in whole numbers. Groups are sorted by key. A day, agent or model without use has no group. */
export function usageReport(
  items: UsageItem[],
  by: Group,
): { total: UsageNumbers; groups: (UsageNumbers & { key: string })[] } {
  const total = noBill();
  const groups = new Map<string, Bill>();
  for (const { day, values } of items) {
    for (const [name, value] of Object.entries(values)) {
      const counter = parseCounterName(name);
      if (counter === undefined || typeof value !== "number") continue;
      const key = keyOf(counter, day, by);
      const bill = groups.get(key) ?? noBill();
      groups.set(key, bill);
      bill[counter.paidBy][counter.field] += value;
      total[counter.paidBy][counter.field] += value;
    }
  }
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { total: numbersOf(total), groups: sorted.map(([key, bill]) => ({ key, ...numbersOf(bill) })) };
}

function keyOf(counter: Counter, day: string, by: Group): string {
  switch (by) {
    case "day":
      return day;
    case "agent":
      return counter.agentId;
    case "provider":
      return counter.provider;
    case "model":
      return counter.model;
    case "payer":
      return counter.paidBy;
  }
}

function noBill(): Bill {
  return { owner: noSums(), platform: noSums() };
}

function noSums(): Sums {
  return {
    mails: 0,
    tokens_in: 0,
    tokens_out: 0,
    tokens_cached: 0,
    tokens_reasoning: 0,
    cost_nano_usd: 0,
    mails_unpriced: 0,
    calls_lost: 0,
  };
}

function numbersOf({ owner, platform }: Bill): UsageNumbers {
  return {
    mails: owner.mails + platform.mails,
    mails_platform: platform.mails,
    tokens_in: owner.tokens_in + platform.tokens_in,
    tokens_out: owner.tokens_out + platform.tokens_out,
    tokens_cached: owner.tokens_cached + platform.tokens_cached,
    tokens_reasoning: owner.tokens_reasoning + platform.tokens_reasoning,
    cost_usd: costOf(owner),
    platform_cost_usd: platform.mails === 0 ? platform.cost_nano_usd / 1e9 : costOf(platform),
    mails_unpriced: owner.mails_unpriced + platform.mails_unpriced,
    calls_lost: owner.calls_lost + platform.calls_lost,
  };
}

/**
 * Null where no call has a listed price: an unknown cost is not 0. A call without a usable answer can have a cost too.
 */
function costOf({ mails, mails_unpriced, cost_nano_usd }: Sums): number | null {
  return mails > mails_unpriced || cost_nano_usd > 0 ? cost_nano_usd / 1e9 : null;
}
