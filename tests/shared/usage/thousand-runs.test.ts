import { setImmediate as othersTurn } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Bounds, Reservations } from "../../../shared/usage/reservations.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { bounds, spentOn } from "../../support/usage.ts";

const RUNS = 1_000;
const AT_ONCE = 20;
/** A call costs this much, and may cost three times as much. */
const COST = 20_000_000;
const AT_MOST = 3 * COST;
const BUDGET = 100 * COST;

let dynamo: TestDynamo;
let usage: Reservations;
beforeAll(async () => {
  dynamo = await startDynamo({ usage: { partition: "user_id", sort: "day" } });
  usage = new Reservations(dynamo.db, "usage");
});
afterAll(() => dynamo.stop());

/** Plays the runs of one owner, so many at once: each is paid, or refused, or waits and tries again. */
async function play(userId: string, limits: Bounds) {
  let next = 0;
  const seen = { paid: 0, refused: 0, waits: 0, mostAtOnce: 0 };
  let now = 0;
  const one = async (runId: string): Promise<void> => {
    const slot = { userId, day: "2026-11-23", runId, agentId: "agent1" };
    for (;;) {
      const answer = await usage.reserve(slot, limits);
      if (answer === "reserved") {
        now += 1;
        seen.mostAtOnce = Math.max(seen.mostAtOnce, now);
        await othersTurn();
        seen.paid += 1;
        await usage.settle(slot, [spentOn({ mails: 1, cost_nano_usd: COST })]);
        now -= 1;
        return;
      }
      await usage.cancel(slot);
      if (answer !== "busy") {
        seen.refused += 1;
        return;
      }
      seen.waits += 1;
      await othersTurn();
    }
  };
  const worker = async () => {
    while (next < RUNS) {
      next += 1;
      await one(`r${next}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const { month } = await usage.spent({ userId, day: "2026-11-23", runId: "", agentId: "agent1" });
  console.log(
    `${RUNS} runs, ${AT_ONCE} at once: ${seen.paid} paid, ${seen.refused} refused, ${seen.waits} waits, ${month / COST} calls' worth spent`,
  );
  return { ...seen, spent: month };
}

it("a budget of 100 calls is not exceeded by 1,000 runs, 20 at a time", async () => {
  const { paid, refused, spent, mostAtOnce } = await play(
    "money",
    bounds(10_000, { nanoUsd: AT_MOST, ofMonth: BUDGET }),
  );
  expect(spent).toBe(paid * COST);
  expect(spent).toBeLessThanOrEqual(BUDGET);
  // The last call needs room for what it may cost at most.
  expect(paid).toBe((BUDGET - AT_MOST) / COST + 1);
  expect(paid + refused).toBe(RUNS);
  expect(mostAtOnce).toBeGreaterThan(1);
}, 300_000);

it("a daily limit of 100 mails pays exactly 100 of 1,000 runs, 20 at a time", async () => {
  const { paid, refused } = await play("mails", bounds(100));
  expect({ paid, refused }).toEqual({ paid: 100, refused: 900 });
}, 300_000);
