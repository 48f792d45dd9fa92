import { afterAll, beforeAll, expect, test } from "vitest";
import { Complaints, isTooMany, windowStart } from "../../../shared/correspondents/complaints.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startDynamo({ "delivery-marks": { partition: "user_id", sort: "mark" } });
});
afterAll(() => dynamo.stop());

const NOW = new Date("2026-11-30T12:00:00.000Z");

test("a complaint that is reported twice counts once, and one of before the window not at all", async () => {
  const complaints = new Complaints(dynamo.db, "delivery-marks");
  const add = (runId: string, day: string) => complaints.add("alice", "agent1", runId, day, NOW);
  expect(windowStart(NOW)).toBe("2026-10-31");
  expect(await add("r1", "2026-10-30")).toBe(0);
  expect(await add("r2", "2026-10-31")).toBe(1);
  expect(await add("r3", "2026-11-30")).toBe(2);
  expect(await add("r3", "2026-11-30")).toBe(2);
  expect(await complaints.add("alice", "agent2", "r3", "2026-11-30", NOW)).toBe(1);
});

test("three complaints are too many unless they are one in a thousand or fewer", () => {
  expect([isTooMany(2, 2), isTooMany(3, 10), isTooMany(3, 2_999)]).toEqual([false, true, true]);
  expect([isTooMany(3, 3_000), isTooMany(30, 30_000), isTooMany(31, 30_000)]).toEqual([false, false, true]);
});
