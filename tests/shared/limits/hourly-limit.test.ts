import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { HourlyLimit } from "../../../shared/limits/hourly-limit.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
let limit: HourlyLimit;
beforeAll(async () => {
  dynamo = await startDynamo({ "hourly-limits": { partition: "user_id", sort: "hour" } });
  limit = new HourlyLimit(dynamo.db, "hourly-limits", { name: "tries", perHour: 3 });
});
afterAll(() => dynamo.stop());

const at = new Date("2026-11-23T12:59:59.999Z");

it("allows only its number, also of concurrent calls, and starts again with the next hour", async () => {
  const taken = await Promise.all(Array.from({ length: 10 }, () => limit.take("alice", at)));
  expect(taken.filter((seconds) => seconds === undefined)).toHaveLength(3);
  expect(await limit.take("bob", at)).toBeUndefined();
  expect(await limit.take("alice", new Date("2026-11-23T13:00:00.000Z"))).toBeUndefined();
});

it("says how long the used up hour goes on, and counts each thing apart", async () => {
  expect(await limit.take("alice", new Date("2026-11-23T12:00:00.000Z"))).toBe(3_600);
  expect(await limit.take("alice", at)).toBe(1);
  const other = new HourlyLimit(dynamo.db, "hourly-limits", { name: "others", perHour: 1 });
  expect(await other.take("alice", at)).toBeUndefined();
});

it("leaves rows that expire once their hour is long over", async () => {
  const Key = { user_id: "alice", hour: "tries:2026-11-23T12" };
  const { Item } = await dynamo.db.send(new GetCommand({ TableName: "hourly-limits", Key }));
  expect(Item).toMatchObject({ taken: 3, expires_at: Date.parse("2026-11-23T14:00:00Z") / 1000 });
});
