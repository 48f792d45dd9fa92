import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { gatherReads } from "../../../shared/aws/row-reader.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
/** How many keys each call named. */
const calls: number[] = [];
beforeAll(async () => {
  dynamo = await startDynamo({
    runs: { partition: "user_id", sort: "run_id" },
    users: { partition: "user_id" },
  });
  dynamo.db.middlewareStack.add(
    (next) => (args) => {
      if ("RequestItems" in args.input) calls.push(keysIn(args.input.RequestItems));
      return next(args);
    },
    { step: "initialize" },
  );
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  calls.length = 0;
});

function keysIn(tables: object = {}): number {
  return Object.values(tables).reduce((sum, { Keys }) => sum + Keys.length, 0);
}

async function put(table: string, ...rows: Record<string, string>[]): Promise<void> {
  await Promise.all(rows.map((Item) => dynamo.db.send(new PutCommand({ TableName: table, Item }))));
}

it("reads that begin together are one call, whatever table they are of; a row that is not there is undefined", async () => {
  await put("runs", { user_id: "alice", run_id: "1", text: "one" }, { user_id: "alice", run_id: "2", text: "two" });
  await put("users", { user_id: "alice", name: "Alice" });
  const reads = gatherReads(dynamo.db);
  const run = (run_id: string) => reads.get("runs", { user_id: "alice", run_id });
  const read = await Promise.all([run("2"), reads.get("users", { user_id: "alice" }), run("3"), run("1")]);
  expect(read.map((row) => row?.["text"] ?? row?.["name"])).toEqual(["two", "Alice", undefined, "one"]);
  expect(calls).toEqual([4]);
});

it("two readers of one row share its answer, and a later read sees what was written meanwhile", async () => {
  await put("users", { user_id: "bob", name: "Bob" });
  const reads = gatherReads(dynamo.db);
  const bob = () => reads.get("users", { user_id: "bob" });
  expect(await Promise.all([bob(), bob()])).toMatchObject([{ name: "Bob" }, { name: "Bob" }]);
  await put("users", { user_id: "bob", name: "Robert" });
  expect(await bob()).toMatchObject({ name: "Robert" });
  expect(calls).toEqual([1, 1]);
});

it("more keys than a call takes are several calls", async () => {
  const ids = Array.from({ length: 130 }, (_, i) => String(i));
  await put("runs", ...ids.map((run_id) => ({ user_id: "many", run_id })));
  const reads = gatherReads(dynamo.db);
  const rows = await Promise.all(ids.map((run_id) => reads.get("runs", { user_id: "many", run_id })));
  expect(rows.map((row) => row?.["run_id"])).toEqual(ids);
  expect(calls).toEqual([100, 30]);
});

it("what did not fit into one answer is asked for again", async () => {
  const ids = Array.from({ length: 5 }, (_, i) => String(i));
  for (const run_id of ids) await put("runs", { user_id: "large", run_id, text: "x".repeat(390_000) });
  const reads = gatherReads(dynamo.db);
  const rows = await Promise.all(ids.map((run_id) => reads.get("runs", { user_id: "large", run_id })));
  expect(rows.map((row) => row?.["run_id"])).toEqual(ids);
  expect(calls[0]).toBe(5);
  expect(calls.length).toBeGreaterThan(1);
});

it("where a call fails, each of its reads fails, and the next call is made anew", async () => {
  await put("users", { user_id: "carol" });
  const reads = gatherReads(dynamo.db);
  const [good, bad] = await Promise.allSettled([
    reads.get("users", { user_id: "carol" }),
    reads.get("no-such-table", { user_id: "carol" }),
  ]);
  expect([good.status, bad.status]).toEqual(["rejected", "rejected"]);
  expect(await reads.get("users", { user_id: "carol" })).toEqual({ user_id: "carol" });
});
