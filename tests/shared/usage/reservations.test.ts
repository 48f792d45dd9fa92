import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counterName } from "../../../shared/usage/counter-name.ts";
import { MAX_IN_FLIGHT, Reservations, type Slot, type Spent } from "../../../shared/usage/reservations.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
let usage: Reservations;
beforeAll(async () => {
  dynamo = await startDynamo({ usage: { partition: "user_id", sort: "day" } });
  usage = new Reservations(dynamo.db, "usage");
});
afterAll(() => dynamo.stop());

const day = "2026-11-23";
const slot = (userId: string, runId: string, agentId = "agent1"): Slot => ({ userId, day, runId, agentId });
const spent: Spent = {
  paidBy: "owner",
  agentId: "agent1",
  provider: "openai",
  model: "gpt-4",
  counters: { mails: 1, tokens_in: 7, calls_lost: 0 },
};

async function item(userId: string): Promise<Record<string, unknown>> {
  const { Item = {} } = await dynamo.db.send(new GetCommand({ TableName: "usage", Key: { user_id: userId, day } }));
  const { user_id, day: stored, ...rest } = Item;
  expect([user_id, stored]).toEqual([userId, day]);
  return rest;
}

const tokens = counterName({
  paidBy: "owner",
  agentId: "agent1",
  provider: "openai",
  model: "gpt-4",
  field: "tokens_in",
});
const mails = counterName({ paidBy: "owner", agentId: "agent1", provider: "openai", model: "gpt-4", field: "mails" });

describe("a reservation", () => {
  it("made twice is one reservation", async () => {
    expect(await usage.reserve(slot("twice", "r1"), 10)).toBe("reserved");
    expect(await usage.reserve(slot("twice", "r1"), 10)).toBe("reserved");
    expect(await item("twice")).toEqual({ "r:r1": "agent1", "m:agent1": 1, in_flight: 1 });
  });

  it("settled twice is counted once, and counts nothing that is zero", async () => {
    await usage.reserve(slot("settle", "r1"), 10);
    await usage.settle(slot("settle", "r1"), spent);
    await usage.settle(slot("settle", "r1"), spent);
    expect(await item("settle")).toEqual({ "m:agent1": 1, in_flight: 0, [tokens]: 7, [mails]: 1 });
  });

  it("given back twice gives one place back", async () => {
    await usage.reserve(slot("back", "r1"), 10);
    await usage.reserve(slot("back", "r2"), 10);
    await usage.release(slot("back", "r1"));
    await usage.release(slot("back", "r1"));
    expect(await item("back")).toEqual({ "r:r2": "agent1", "m:agent1": 1, in_flight: 1 });
  });

  it("is not made by settling what was never reserved", async () => {
    await usage.reserve(slot("never", "other"), 10);
    await usage.settle(slot("never", "r1"), spent);
    expect(await item("never")).not.toHaveProperty([tokens]);
  });
});

describe("the limits", () => {
  it("let an agent take no more mails than its day allows, also all at once", async () => {
    const tries = Array.from({ length: 12 }, (_, i) => usage.reserve(slot("daily", `r${i}`), 5));
    const results = await Promise.all(tries);
    expect(results.filter((result) => result === "reserved")).toHaveLength(5);
    expect(results.filter((result) => result === "daily_limit")).toHaveLength(7);
  });

  it("count each agent's day apart", async () => {
    expect(await usage.reserve(slot("agents", "r1", "one"), 1)).toBe("reserved");
    expect(await usage.reserve(slot("agents", "r2", "one"), 1)).toBe("daily_limit");
    expect(await usage.reserve(slot("agents", "r3", "two"), 1)).toBe("reserved");
  });

  it("let an owner have no more calls in flight than their places, until one is settled", async () => {
    const runs = Array.from({ length: MAX_IN_FLIGHT }, (_, i) => slot("busy", `r${i}`));
    for (const run of runs) expect(await usage.reserve(run, 1_000)).toBe("reserved");
    expect(await usage.reserve(slot("busy", "one-more"), 1_000)).toBe("busy");
    await usage.settle(slot("busy", "r0"), spent);
    expect(await usage.reserve(slot("busy", "one-more"), 1_000)).toBe("reserved");
  });
});
