import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PROVIDERS } from "../../../shared/providers/registry.ts";
import { COUNTER_FIELDS, type Counter, type CounterField, counterName } from "../../../shared/usage/counter-name.ts";
import { PAYERS } from "../../../shared/usage/paid-by.ts";
import { GROUPS } from "../../../shared/usage/usage-numbers.ts";
import { type UsageItem, usageReport } from "../../../shared/usage/usage-report.ts";

type Counted = Omit<Counter, "field">;

function item(day: string, who: Counted, counters: Partial<Record<CounterField, number>>): UsageItem {
  const named = COUNTER_FIELDS.map((field) => [counterName({ ...who, field }), counters[field]]);
  return { day, values: Object.fromEntries(named) };
}

const gpt: Counted = { paidBy: "owner", agentId: "a1", provider: "openai", model: "gpt-4" };
const claude: Counted = { paidBy: "owner", agentId: "a2", provider: "anthropic", model: "claude" };
const free: Counted = { paidBy: "platform", agentId: "a2", provider: "gemini", model: "flash" };

describe("the founding document's bill", () => {
  test("shows Bob's 200 mails for 60 cents, exactly, though each costs 0.003 dollars", () => {
    const mails = Array.from({ length: 200 }, () => item("2026-11-23", gpt, { mails: 1, cost_nano_usd: 3_000_000 }));
    expect(usageReport(mails, "day").total).toMatchObject({ mails: 200, cost_usd: 0.6 });
  });

  const alice = item("2026-11-23", gpt, {
    mails: 50,
    tokens_in: 10_000,
    tokens_out: 5_000,
    cost_nano_usd: 1_000_000_000,
  });

  test("shows Alice's 50 mails for 1 dollar", () => {
    expect(usageReport([alice], "day").total).toEqual({
      mails: 50,
      mails_platform: 0,
      tokens_in: 10_000,
      tokens_out: 5_000,
      tokens_cached: 0,
      tokens_reasoning: 0,
      cost_usd: 1,
      platform_cost_usd: 0,
      mails_unpriced: 0,
      calls_lost: 0,
    });
  });
});

describe("grouping", () => {
  const days = [
    item("2026-11-24", gpt, { mails: 2, cost_nano_usd: 5 }),
    item("2026-11-23", gpt, { mails: 1, cost_nano_usd: 3 }),
    item("2026-11-23", claude, { mails: 4, cost_nano_usd: 7 }),
    item("2026-11-24", free, { mails: 8, cost_nano_usd: 9 }),
  ];

  test.each([
    ["day", ["2026-11-23", 5], ["2026-11-24", 10]],
    ["agent", ["a1", 3], ["a2", 12]],
    ["provider", ["anthropic", 4], ["gemini", 8], ["openai", 3]],
    ["model", ["claude", 4], ["flash", 8], ["gpt-4", 3]],
    ["payer", ["owner", 7], ["platform", 8]],
  ] as const)("by %s adds up what belongs together, sorted by key", (by, ...expected) => {
    const groups = usageReport(days, by).groups.map(({ key, mails }) => [key, mails]);
    expect(groups).toEqual(expected);
  });

  test("leaves the platform's payments out of the owner's cost in every grouping", () => {
    for (const by of GROUPS) {
      const { total, groups } = usageReport(days, by);
      expect(total).toMatchObject({ mails: 15, mails_platform: 8, cost_usd: 15 / 1e9, platform_cost_usd: 9 / 1e9 });
      expect(groups.reduce((sum, { cost_usd }) => sum + (cost_usd ?? 0), 0)).toBeCloseTo(15 / 1e9, 15);
    }
    expect(usageReport(days, "payer").groups).toMatchObject([
      { key: "owner", mails_platform: 0, cost_usd: 15 / 1e9, platform_cost_usd: 0 },
      { key: "platform", mails_platform: 8, cost_usd: null, platform_cost_usd: 9 / 1e9 },
    ]);
  });

  test("leaves out what is no counter: reservations, mails of the day, calls in flight", () => {
    const values = { "r:run1": "a1", "m:a1": 9, in_flight: 3, expires_at: 5 };
    expect(usageReport([{ day: "2026-11-23", values }], "day").groups).toEqual([]);
  });
});

describe("the cost", () => {
  test("is null when no answer has a listed price, and zero when a listed price is zero", () => {
    const unpriced = item("2026-11-23", gpt, { mails: 3, mails_unpriced: 3 });
    const costless = item("2026-11-23", claude, { mails: 1 });
    expect(usageReport([unpriced], "day").total.cost_usd).toBeNull();
    expect(usageReport([], "day").total.cost_usd).toBeNull();
    const refused = item("2026-11-23", gpt, { calls_lost: 1, cost_nano_usd: 5_000_000 });
    expect(usageReport([refused], "day").total.cost_usd).toBe(0.005);
    expect(usageReport([unpriced, costless], "model").groups.map(({ cost_usd }) => cost_usd)).toEqual([0, null]);
  });

  test("is exact: the totals are equal in every grouping", () => {
    const counted = fc.record({
      day: fc.constantFrom("2026-11-22", "2026-11-23"),
      paidBy: fc.constantFrom(...PAYERS),
      agentId: fc.constantFrom("a1", "a2", "a3"),
      provider: fc.constantFrom(...PROVIDERS),
      model: fc.constantFrom("m1", "m:2", "m 3"),
      field: fc.constantFrom(...COUNTER_FIELDS),
      value: fc.nat({ max: 1_000_000_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 50 }), fc.constantFrom(...GROUPS), (all, by) => {
        const items = all.map(({ day, value, field, ...who }) => item(day, who, { [field]: value }));
        const { total, groups } = usageReport(items, by);
        const sum = (field: string, payers: readonly string[]) =>
          all
            .filter((one) => one.field === field && payers.includes(one.paidBy))
            .reduce((before, { value }) => before + BigInt(value), 0n);
        const cost = (payer: string) => {
          const nanoUsd = sum("cost_nano_usd", [payer]);
          return nanoUsd > 0n || sum("mails", [payer]) > sum("mails_unpriced", [payer]) ? Number(nanoUsd) / 1e9 : null;
        };
        expect(BigInt(total.tokens_in)).toBe(sum("tokens_in", PAYERS));
        expect(total.cost_usd).toBe(cost("owner"));
        expect(total.platform_cost_usd).toBe(
          sum("mails", ["platform"]) === 0n ? (cost("platform") ?? 0) : cost("platform"),
        );
        for (const field of ["mails", "tokens_out", "calls_lost"] as const) {
          expect(groups.reduce((before, group) => before + group[field], 0)).toBe(total[field]);
        }
      }),
    );
  });
});
