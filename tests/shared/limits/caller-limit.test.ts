import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CallerLimit } from "../../../shared/limits/caller-limit.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startDynamo({ callers: { partition: "caller", sort: "window" } });
});
afterAll(() => dynamo.stop());

const AT = new Date("2026-11-29T10:00:15.000Z");
const limit = () => new CallerLimit(dynamo.db, "callers");

test("counts each caller apart, in any process, and says when there is room again", async () => {
  const tries = { name: "tries", max: 2, seconds: 60 };
  const [here, there] = [limit(), limit()];
  expect(await here.take(tries, "alice", AT)).toBeUndefined();
  expect(await there.take(tries, "alice", AT)).toBeUndefined();
  expect(await here.take(tries, "alice", AT)).toBe(45);
  expect(await there.take(tries, "bob", AT)).toBeUndefined();
  expect(await here.take(tries, "alice", new Date("2026-11-29T10:01:00.000Z"))).toBeUndefined();
});

test("a process that has refused a caller refuses it again without asking the table, until the window is over", async () => {
  const tries = { name: "again", max: 1, seconds: 60 };
  const here = limit();
  await here.take(tries, "alice", AT);
  expect(await here.take(tries, "alice", AT)).toBe(45);
  let calls = 0;
  dynamo.db.middlewareStack.add((next) => (call) => next(call).finally(() => calls++), { name: "counting" });
  expect(await here.take(tries, "alice", AT)).toBe(45);
  expect(calls).toBe(0);
  expect(await here.take(tries, "alice", new Date("2026-11-29T10:01:00.000Z"))).toBeUndefined();
  expect(calls).toBe(1);
  dynamo.db.middlewareStack.remove("counting");
});

test("lets exactly as many through as there are, of all that come at once", async () => {
  const tries = { name: "race", max: 5, seconds: 60 };
  const taken = await Promise.all(Array.from({ length: 20 }, () => limit().take(tries, "mallory", AT)));
  expect(taken.filter((wait) => wait === undefined)).toHaveLength(5);
});

test("keeps no address, and rows that expire", async () => {
  await limit().take({ name: "kept", max: 1, seconds: 60 }, "carol@example.com", AT);
  const { Items = [] } = await dynamo.db.send(new ScanCommand({ TableName: "callers" }));
  expect(JSON.stringify(Items)).not.toContain("carol");
  for (const { expires_at, caller } of Items) {
    expect(expires_at).toBeGreaterThan(AT.getTime() / 1000);
    expect(caller).toMatch(/^[0-9a-f]{32}$/);
  }
});
