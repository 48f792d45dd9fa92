import { afterAll, beforeAll, expect, it } from "vitest";
import { priceOf } from "../../../shared/providers/price.ts";
import { Reservations } from "../../../shared/usage/reservations.ts";
import type { Spent } from "../../../shared/usage/spent.ts";
import { UsageReader } from "../../../shared/usage/usage-reader.ts";
import { usageReport } from "../../../shared/usage/usage-report.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { bounds } from "../../support/usage.ts";

/** One of the founding document's users: how many mails a day, on which model, and what the n-th mail takes. */
type Person = {
  userId: string;
  mails: number;
  model: string;
  tokens: (mail: number) => { input: number; output: number };
};

/**
 * GPT-4 costs 30 and 60 USD a million tokens, so no whole number of tokens costs 1 dollar: 3 mails of 400 in and 133 or
 * 134 out cost 6 cents, 3 days 3 dollars, and each day 1 dollar to the cent.
 */
const alice: Person = {
  userId: "alice",
  mails: 50,
  model: "gpt-4",
  tokens: (mail) => ({ input: 400, output: mail % 3 === 2 ? 134 : 133 }),
};
/** GPT-3.5-turbo costs 0.50 and 1.50: 3,000 in and 1,000 out are 0.3 cents. */
const bob: Person = {
  userId: "bob",
  mails: 200,
  model: "gpt-3.5-turbo",
  tokens: () => ({ input: 3_000, output: 1_000 }),
};

const DAYS = Array.from({ length: 30 }, (_, day) => `2026-11-${String(day + 1).padStart(2, "0")}`);

let dynamo: TestDynamo;
let usage: Reservations;
beforeAll(async () => {
  dynamo = await startDynamo({ usage: { partition: "user_id", sort: "day" } });
  usage = new Reservations(dynamo.db, "usage");
});
afterAll(() => dynamo.stop());

function answered(person: Person, day: string, mail: number): Spent {
  const { input, output } = person.tokens(mail);
  const price = priceOf("openai", person.model, { input, output, cached: 0, reasoning: 0 }, new Date(day));
  const counters = { mails: 1, tokens_in: input, tokens_out: output, cost_nano_usd: price?.cost_nano_usd ?? 0 };
  return { paidBy: "owner", agentId: `agent-${person.userId}`, provider: "openai", model: person.model, counters };
}

/** Mail by mail, or, which is the same code and the same sums, all of a day's answers under one reservation. */
async function playDay(person: Person, index: number, byMail: boolean): Promise<void> {
  const day = DAYS[index] ?? "";
  const parts = Array.from({ length: person.mails }, (_, mail) => answered(person, day, index * person.mails + mail));
  for (const [mail, lot] of (byMail ? parts.map((part) => [part]) : [parts]).entries()) {
    const slot = { userId: person.userId, day, runId: `${day}-${mail}`, agentId: `agent-${person.userId}` };
    expect(await usage.reserve(slot, bounds())).toBe("reserved");
    await usage.settle(slot, lot);
  }
}

async function bill(userId: string, group: "day" | "payer") {
  return usageReport(await new UsageReader(dynamo.db, "usage").days(userId, "2026-11-01", "2026-11-30"), group);
}

it("30 days of Alice and Bob are 30 and 18 dollars on their own keys, and nothing on the platform's", async () => {
  for (const person of [alice, bob]) {
    for (const index of DAYS.keys()) await playDay(person, index, index === 0);
  }
  const [alices, bobs] = [await bill("alice", "day"), await bill("bob", "day")];
  expect(alices.total).toMatchObject({ mails: 1_500, cost_usd: 30, mails_platform: 0, platform_cost_usd: 0 });
  expect(bobs.total).toMatchObject({ mails: 6_000, cost_usd: 18, mails_platform: 0, platform_cost_usd: 0 });
  expect(alices.groups.map(({ cost_usd }) => cost_usd?.toFixed(2))).toEqual(Array(30).fill("1.00"));
  expect(bobs.groups.map(({ cost_usd }) => cost_usd)).toEqual(Array(30).fill(0.6));
  for (const userId of ["alice", "bob"]) {
    expect((await bill(userId, "payer")).groups.map(({ key }) => key)).toEqual(["owner"]);
    const slot = { userId, day: "2026-11-30", runId: "", agentId: "" };
    expect((await usage.spent(slot)).month).toBe(userId === "alice" ? 30_000_000_000 : 18_000_000_000);
  }
}, 300_000);
