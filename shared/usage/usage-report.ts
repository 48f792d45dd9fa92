import type * as z from "zod/mini";
import type { GROUPS, usageNumbers } from "../api/usage-schemas.ts";
import { type Counter, type CounterField, parseCounterName } from "./counter-name.ts";

/** One day of one user, as the usage table has it: counters by name beside attributes of other kinds. */
export type UsageItem = { day: string; values: Record<string, unknown> };

export type Group = (typeof GROUPS)[number];
export type UsageNumbers = z.infer<typeof usageNumbers>;

type Sums = Record<CounterField, number>;

/** Adds the counters up, in whole numbers. Groups are sorted by key; a day, agent or model without use is in none. */
export function usageReport(
  items: UsageItem[],
  by: Group,
): { total: UsageNumbers; groups: (UsageNumbers & { key: string })[] } {
  const total = noSums();
  const groups = new Map<string, Sums>();
  for (const { day, values } of items) {
    for (const [name, value] of Object.entries(values)) {
      const counter = parseCounterName(name);
      if (counter === undefined || typeof value !== "number") continue;
      const key = keyOf(counter, day, by);
      const sums = groups.get(key) ?? noSums();
      groups.set(key, sums);
      sums[counter.field] += value;
      total[counter.field] += value;
    }
  }
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { total: numbersOf(total), groups: sorted.map(([key, sums]) => ({ key, ...numbersOf(sums) })) };
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
  }
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

function numbersOf({ cost_nano_usd, ...sums }: Sums): UsageNumbers {
  const priced = sums.mails > sums.mails_unpriced;
  return { ...sums, cost_usd: priced ? cost_nano_usd / 1e9 : null };
}
