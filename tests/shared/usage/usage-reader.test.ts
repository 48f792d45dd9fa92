import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UsageReader } from "../../../shared/usage/usage-reader.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;

beforeAll(async () => {
  dynamo = await startDynamo({ usage: { partition: "user_id", sort: "day" } });
  const rows = [
    ["alice", "2026-11-21"],
    ["alice", "2026-11-22"],
    ["alice", "2026-11-23"],
    ["alice", "2026-11-24"],
    ["alice", "seen:0123456789abcdef"],
    ["bob", "2026-11-22"],
  ];
  for (const [user_id, day] of rows) {
    await dynamo.db.send(new PutCommand({ TableName: "usage", Item: { user_id, day, in_flight: 1 } }));
  }
});
afterAll(() => dynamo.stop());

test("the days of one user are read, both ends included, and nothing else of the table", async () => {
  const usage = new UsageReader(dynamo.db, "usage");
  const days = await usage.days("alice", "2026-11-22", "2026-11-23");
  expect(days).toEqual([
    { day: "2026-11-22", values: { user_id: "alice", in_flight: 1 } },
    { day: "2026-11-23", values: { user_id: "alice", in_flight: 1 } },
  ]);
  expect(await usage.days("alice", "0001-01-01", "9999-12-31")).toHaveLength(4);
});
