import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_IN_FLIGHT, maxInFlight } from "../../../shared/runs/concurrency.ts";
import { counterName } from "../../../shared/usage/counter-name.ts";
import { Reservations } from "../../../shared/usage/reservations.ts";
import type { Slot } from "../../../shared/usage/slot.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { bounds, freeBounds, spentOn } from "../../support/usage.ts";

let dynamo: TestDynamo;
let usage: Reservations;
beforeAll(async () => {
  dynamo = await startDynamo({ usage: { partition: "user_id", sort: "day" } });
  usage = new Reservations(dynamo.db, "usage");
});
afterAll(() => dynamo.stop());

const day = "2026-11-23";
const month = "month:2026-11";
const slot = (userId: string, runId: string, agentId = "agent1"): Slot => ({ userId, day, runId, agentId });
const spent = spentOn({ mails: 1, tokens_in: 7, calls_lost: 0 });

async function item(userId: string, key = day): Promise<Record<string, unknown>> {
  const Key = { user_id: userId, day: key };
  const { Item = Key } = await dynamo.db.send(new GetCommand({ TableName: "usage", Key }));
  const { user_id, day: stored, ...rest } = Item;
  expect([user_id, stored]).toEqual([userId, key]);
  return rest;
}

/** The calls to DynamoDB that are made meanwhile. */
async function calls(meanwhile: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  const count = { name: "count", step: "initialize", override: true } as const;
  dynamo.db.middlewareStack.add((next, context) => {
    names.push(String(context.commandName).replace("ItemCommand", ""));
    return next;
  }, count);
  await meanwhile();
  dynamo.db.middlewareStack.remove("count");
  return names;
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
    expect(await usage.reserve(slot("twice", "r1"), bounds(10, { nanoUsd: 5 }))).toBe("reserved");
    expect(await usage.reserve(slot("twice", "r1"), bounds(10, { nanoUsd: 5 }))).toBe("reserved");
    expect(await item("twice")).toEqual({ "r:r1": "agent1:5", "m:agent1": 1, in_flight: 1, "d:agent1": 5 });
    expect(await item("twice", month)).toEqual({ "r:r1": "owner:5", committed: 5 });
  });

  it("without money takes two writes to make and two to settle, and a repetition takes none", async () => {
    const free = spentOn({ mails: 1 }, { paidBy: "platform" });
    for (const [user, limits, part] of [
      ["cheap", bounds(), spent],
      ["cheapest", freeBounds(5), free],
    ] as const) {
      const run = slot(user, "r1");
      expect(await calls(() => usage.reserve(run, limits))).toEqual(["Update", "Update"]);
      expect((await calls(() => usage.reserve(run, limits))).toSorted()).toEqual(["Get", "Get", "Update", "Update"]);
      expect(await calls(() => usage.settle(run, [part]))).toEqual(["Update", "Update"]);
    }
  });

  it("settled twice is counted once, and counts nothing that is zero", async () => {
    await usage.reserve(slot("settle", "r1"), bounds());
    expect(await usage.settle(slot("settle", "r1"), [spent])).toBe(false);
    expect(await usage.settle(slot("settle", "r1"), [spent])).toBe(false);
    expect(await item("settle")).toEqual({ "m:agent1": 1, in_flight: 0, [tokens]: 7, [mails]: 1 });
    expect(await item("settle", month)).toEqual({});
  });

  it("cancelled twice returns one place", async () => {
    await usage.reserve(slot("back", "r1"), bounds(10, { nanoUsd: 5 }));
    await usage.reserve(slot("back", "r2"), bounds(10, { nanoUsd: 6 }));
    await usage.cancel(slot("back", "r1"));
    await usage.cancel(slot("back", "r1"));
    expect(await item("back")).toEqual({ "r:r2": "agent1:6", "m:agent1": 1, in_flight: 1, "d:agent1": 6 });
    expect(await item("back", month)).toEqual({ "r:r2": "owner:6", committed: 6 });
  });

  it("is not created by settling without a reservation", async () => {
    await usage.reserve(slot("never", "other"), bounds());
    await usage.settle(slot("never", "r1"), [spent]);
    expect(await item("never")).not.toHaveProperty([tokens]);
    expect(Object.keys(await item("never", month))).toEqual(["r:other"]);
  });

  it("is replaced by the reported usage; a call without a report costs its reservation", async () => {
    await usage.reserve(slot("costs", "r1"), bounds(10, { nanoUsd: 100, ofMonth: 1_000 }));
    const reported = [spentOn({ mails: 1, cost_nano_usd: 4 }), spentOn({ calls_lost: 1, cost_nano_usd: 3 })];
    const parts = [...reported, spentOn({ calls_lost: 1 }), spentOn({ calls_lost: 1 })];
    await usage.reserve(slot("costs", "r2"), bounds(10, { nanoUsd: 50, ofMonth: 1_000 }));
    expect(await usage.settle(slot("costs", "r1"), parts)).toBe(true);
    expect(await usage.settle(slot("costs", "r1"), parts)).toBe(false);
    expect(await usage.spent(slot("costs", "r1"))).toEqual({ day: 207, month: 207 });
    await usage.cancel(slot("costs", "r2"));
    expect(await item("costs")).toMatchObject({ "d:agent1": 207 });
    expect(await item("costs", month)).toEqual({ committed: 207 });
  });

  it("is raised by the difference for a more expensive call of the same run, if there is room", async () => {
    const limits = { ofDay: 1_000, ofMonth: 200 };
    await usage.reserve(slot("raised", "r1"), bounds(10, { nanoUsd: 100, ...limits }));
    expect(await usage.reserve(slot("raised", "r1"), bounds(10, { nanoUsd: 150, ...limits }))).toBe("reserved");
    expect(await usage.reserve(slot("raised", "r1"), bounds(10, { nanoUsd: 50, ...limits }))).toBe("reserved");
    expect(await item("raised")).toEqual({ "r:r1": "agent1:150", "m:agent1": 1, in_flight: 1, "d:agent1": 150 });
    expect(await item("raised", month)).toEqual({ "r:r1": "owner:150", committed: 150 });
    expect(await usage.reserve(slot("raised", "r1"), bounds(10, { nanoUsd: 201, ...limits }))).toBe("monthly_budget");
  });

  it("for the call after a lost one covers both, and the lost one costs the amount of one", async () => {
    const limits = { nanoUsd: 100, ofDay: 1_000, ofMonth: 250 };
    const lost = [spentOn({ mails: 1, cost_nano_usd: 7 }), spentOn({ calls_lost: 1 })];
    await usage.reserve(slot("again", "r1"), bounds(10, limits));
    expect(await usage.reserve(slot("again", "r1"), bounds(10, { ...limits, calls: 2 }))).toBe("reserved");
    expect(await usage.reserve(slot("again", "r1"), bounds(10, { ...limits, calls: 2 }))).toBe("reserved");
    expect(await item("again")).toEqual({ "r:r1": "agent1:200:2", "m:agent1": 1, in_flight: 1, "d:agent1": 200 });
    expect(await item("again", month)).toEqual({ "r:r1": "owner:200:2", committed: 200 });
    await usage.settle(slot("again", "r1"), lost);
    expect(await usage.spent(slot("again", "r1"))).toEqual({ day: 107, month: 107 });
  });

  it("for the call after a lost one reserves no money if none is requested", async () => {
    await usage.reserve(slot("lost-free", "r1"), bounds());
    await usage.reserve(slot("lost-free", "r1"), bounds(10, { calls: 2 }));
    expect(await usage.settle(slot("lost-free", "r1"), [spent, spentOn({ calls_lost: 1 })])).toBe(false);
  });

  it("for the call after a lost one is refused if only one fits, and keeps the amount of the lost one", async () => {
    const limits = { nanoUsd: 100, ofDay: 199 };
    await usage.reserve(slot("one-left", "r1"), bounds(10, limits));
    expect(await usage.reserve(slot("one-left", "r1"), bounds(10, { ...limits, calls: 2 }))).toBe("agent_daily_budget");
    await usage.settle(slot("one-left", "r1"), [spentOn({ calls_lost: 1 })]);
    expect(await usage.spent(slot("one-left", "r1"))).toEqual({ day: 100, month: 100 });
  });

  it("of an older release without an amount is settled as zero", async () => {
    await usage.reserve(slot("old", "r1"), bounds());
    await dynamo.db.send(
      new UpdateCommand({
        TableName: "usage",
        Key: { user_id: "old", day },
        UpdateExpression: "SET #r = :agent",
        ExpressionAttributeNames: { "#r": "r:r1" },
        ExpressionAttributeValues: { ":agent": "agent1" },
      }),
    );
    await usage.settle(slot("old", "r1"), [spent]);
    expect(await item("old")).toEqual({ "m:agent1": 1, in_flight: 0, [tokens]: 7, [mails]: 1 });
  });
});

describe("the limits", () => {
  it("let an agent take no more mails than its day allows, even concurrently", async () => {
    const tries = Array.from({ length: 12 }, (_, i) => usage.reserve(slot("daily", `r${i}`), bounds(5)));
    const results = await Promise.all(tries);
    expect(results.filter((result) => result === "reserved")).toHaveLength(5);
    expect(results.filter((result) => result === "daily_limit")).toHaveLength(7);
  });

  it("count each agent's day apart", async () => {
    expect(await usage.reserve(slot("agents", "r1", "one"), bounds(1))).toBe("reserved");
    expect(await usage.reserve(slot("agents", "r2", "one"), bounds(1))).toBe("daily_limit");
    expect(await usage.reserve(slot("agents", "r3", "two"), bounds(1))).toBe("reserved");
  });

  it("let an owner have no more calls in flight than places, until one is settled", async () => {
    const runs = Array.from({ length: MAX_IN_FLIGHT }, (_, i) => slot("busy", `r${i}`));
    const results = await Promise.all(runs.map((run) => usage.reserve(run, bounds())));
    expect(new Set(results)).toEqual(new Set(["reserved"]));
    expect(await usage.reserve(slot("busy", "one-more"), bounds())).toBe("busy");
    await usage.settle(slot("busy", "r0"), [spent]);
    expect(await usage.reserve(slot("busy", "one-more"), bounds())).toBe("reserved");
  });

  it("give an owner fewer places if the team has set fewer batches, but at least one", async () => {
    expect([maxInFlight(2), maxInFlight(25), maxInFlight(1000)]).toEqual([1, 12, 500]);
    const small = new Reservations(dynamo.db, "usage", maxInFlight(2));
    expect(await small.reserve(slot("small", "r1"), bounds())).toBe("reserved");
    expect(await small.reserve(slot("small", "r2"), bounds())).toBe("busy");
  });
});

describe("a budget", () => {
  const cost = (nanoUsd: number) => [spentOn({ mails: 1, cost_nano_usd: nanoUsd })];

  it.each([
    ["monthly_budget", { ofMonth: 100 }],
    ["agent_daily_budget", { ofDay: 100 }],
  ] as const)(
    "(%s) makes a call wait while open calls may leave room for it, and refuses it otherwise",
    async (refusal, limit) => {
      const name = `room-${refusal}`;
      const call = bounds(100, { nanoUsd: 60, ...limit });
      expect(await usage.reserve(slot(name, "r1"), call)).toBe("reserved");
      expect(await usage.reserve(slot(name, "r2"), call)).toBe("busy");
      await usage.cancel(slot(name, "r2"));
      await usage.settle(slot(name, "r1"), cost(40));
      expect(await usage.reserve(slot(name, "r2"), call)).toBe("reserved");
      await usage.settle(slot(name, "r2"), cost(1));
      expect(await usage.reserve(slot(name, "r3"), call)).toBe(refusal);
      expect(await usage.reserve(slot(name, "r3"), bounds(100, { nanoUsd: 59, ...limit }))).toBe("reserved");
    },
  );

  it.each([{ ofMonth: 100 }, { ofDay: 100 }])(
    "(%j) that is just enough makes a call wait for those in flight",
    async (limit) => {
      const name = `just-${Object.keys(limit)}`;
      await usage.reserve(slot(name, "r1"), bounds(100, { nanoUsd: 40, ...limit }));
      await usage.settle(slot(name, "r1"), cost(40));
      await usage.reserve(slot(name, "r2"), bounds(100, { nanoUsd: 1, ...limit }));
      expect(await usage.reserve(slot(name, "r3"), bounds(100, { nanoUsd: 60, ...limit }))).toBe("busy");
      expect(await usage.reserve(slot(name, "r3"), bounds(100, { nanoUsd: 61, ...limit }))).not.toBe("busy");
    },
  );

  it("that is below the cost of one call refuses every call", async () => {
    expect(await usage.reserve(slot("small", "r1"), bounds(10, { nanoUsd: 11, ofMonth: 10 }))).toBe("monthly_budget");
    expect(await usage.reserve(slot("small", "r2"), bounds(10, { nanoUsd: 11, ofDay: 10 }))).toBe("agent_daily_budget");
  });

  it("of the month includes the spending from before it was set", async () => {
    await usage.reserve(slot("later", "r1"), bounds());
    await usage.settle(slot("later", "r1"), cost(90));
    expect(await usage.reserve(slot("later", "r2"), bounds(10, { nanoUsd: 20, ofMonth: 100 }))).toBe("monthly_budget");
  });

  it("of a day applies to one agent, and the month's applies to all agents", async () => {
    const call = bounds(10, { nanoUsd: 60, ofDay: 100, ofMonth: 150 });
    expect(await usage.reserve(slot("two", "r1", "one"), call)).toBe("reserved");
    await usage.settle(slot("two", "r1", "one"), cost(60));
    expect(await usage.reserve(slot("two", "r2", "one"), call)).toBe("agent_daily_budget");
    expect(await usage.reserve(slot("two", "r3", "two"), call)).toBe("reserved");
    await usage.settle(slot("two", "r3", "two"), [spentOn({ mails: 1, cost_nano_usd: 60 }, { agentId: "two" })]);
    expect(await usage.reserve(slot("two", "r4", "three"), call)).toBe("monthly_budget");
  });

  it("is never overdrawn by concurrent calls", async () => {
    const call = bounds(1_000, { nanoUsd: 10, ofMonth: 95 });
    const results = await Promise.all(Array.from({ length: 30 }, (_, i) => usage.reserve(slot("many", `r${i}`), call)));
    expect(results.filter((result) => result === "reserved")).toHaveLength(9);
    expect(await item("many", month)).toMatchObject({ committed: 90 });
  });
});

describe("the platform's quota", () => {
  const free = spentOn({ mails: 1, cost_nano_usd: 1_000 }, { paidBy: "platform" });

  it("limits an owner's mails a month, even concurrent ones, and none of them costs the owner", async () => {
    const runs = Array.from({ length: 12 }, (_, i) => slot("free", `r${i}`));
    const results = await Promise.all(runs.map((run) => usage.reserve(run, freeBounds(5))));
    expect(results.filter((result) => result === "reserved")).toHaveLength(5);
    for (const [i, run] of runs.entries()) {
      if (results[i] === "reserved") await usage.settle(run, [free]);
      else await usage.cancel(run);
    }
    expect(await usage.reserve(slot("free", "more"), freeBounds(5))).toBe("free_mails_used");
    expect(await item("free", month)).toEqual({ free_mails: 5 });
    expect(await item("free")).not.toHaveProperty("d:agent1");
  });

  it("gets back a mail that was not paid for", async () => {
    await usage.reserve(slot("unpaid", "r1"), freeBounds(1));
    expect(await usage.reserve(slot("unpaid", "r2"), freeBounds(1))).toBe("busy");
    await usage.cancel(slot("unpaid", "r2"));
    await usage.cancel(slot("unpaid", "r1"));
    expect(await usage.reserve(slot("unpaid", "r2"), freeBounds(1))).toBe("reserved");
  });

  it("gets back a mail whose owner stored a key before the answer", async () => {
    await usage.reserve(slot("switch", "r1"), freeBounds(1));
    expect(await usage.reserve(slot("switch", "r1"), bounds(10, { nanoUsd: 9, ofMonth: 10 }))).toBe("reserved");
    expect(await item("switch", month)).toEqual({ "r:r1": "owner:9", free_mails: 0, committed: 9 });
  });

  it("takes over a mail whose owner removed the key, and the owner's reservation is cancelled", async () => {
    await usage.reserve(slot("switch-back", "r1"), bounds(10, { nanoUsd: 9, ofMonth: 10 }));
    expect(await usage.reserve(slot("switch-back", "r1"), freeBounds(1))).toBe("reserved");
    expect(await item("switch-back", month)).toMatchObject({ free_mails: 1, committed: 0 });
    await usage.settle(slot("switch-back", "r1"), [free, spentOn({ calls_lost: 1 })]);
    expect(await item("switch-back", month)).toEqual({ free_mails: 1, committed: 0 });
  });
});
