import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ReplyCaps, type ReplyLimits } from "../../../shared/limits/reply-caps.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

const NOON = new Date("2026-11-23T12:30:00.000Z");
const ONE = new Date("2026-11-23T13:00:00.000Z");
const MIDNIGHT = new Date("2026-11-24T00:00:00.000Z");

let dynamo: TestDynamo;
beforeEach(async () => {
  dynamo = await startDynamo({ "runner-marks": { partition: "user_id", sort: "mark" } });
});
afterEach(() => dynamo.stop());

const capsOf = (limits: Partial<ReplyLimits>) =>
  new ReplyCaps(dynamo.db, "runner-marks", { perHour: 1_000, perDay: 1_000, ownerShare: 100, ...limits });

it("lets no more through than the hour has, also of many at once, and says when the next begins", async () => {
  const caps = capsOf({ perHour: 10 });
  const owners = Array.from({ length: 40 }, (_, i) => `owner${i % 8}`);
  const taken = await Promise.all(owners.map((owner) => caps.take(owner, NOON)));
  expect(taken.filter((full) => full === undefined)).toHaveLength(10);
  expect(taken.find((full) => full)).toEqual({ cap: "platform_cap", until: ONE });
  expect(await caps.take("owner1", ONE)).toBeUndefined();
});

it("lets no more through than the day has, whatever its hours have left", async () => {
  const caps = capsOf({ perHour: 2, perDay: 3 });
  const at = (hour: number) => new Date(`2026-11-23T0${hour}:00:00.000Z`);
  expect([await caps.take("a", at(1)), await caps.take("b", at(1)), await caps.take("c", at(2))]).toEqual(
    Array(3).fill(undefined),
  );
  expect(await caps.take("d", at(3))).toEqual({ cap: "platform_cap", until: MIDNIGHT });
  expect(await caps.take("d", MIDNIGHT)).toBeUndefined();
});

it("leaves room for others, whatever one owner's flood", async () => {
  const caps = capsOf({ perHour: 20, perDay: 60, ownerShare: 20 });
  const flood = await Promise.all(Array.from({ length: 30 }, () => caps.take("mallory", NOON)));
  expect(flood.filter((full) => full === undefined)).toHaveLength(4);
  expect(flood.find((full) => full)).toEqual({ cap: "owner_cap", until: ONE });
  const others = Array.from({ length: 16 }, (_, i) => caps.take(`owner${i % 8}`, NOON));
  expect(await Promise.all(others)).toEqual(Array(16).fill(undefined));
  expect(await caps.take("late", NOON)).toEqual({ cap: "platform_cap", until: ONE });
});

it("bounds an owner's day as well", async () => {
  const caps = capsOf({ perHour: 10, perDay: 20, ownerShare: 10 });
  expect(await caps.take("mallory", NOON)).toBeUndefined();
  expect(await caps.take("mallory", ONE)).toBeUndefined();
  expect(await caps.take("mallory", new Date("2026-11-23T14:00:00.000Z"))).toEqual({
    cap: "owner_cap",
    until: MIDNIGHT,
  });
});

it("does not count against an owner if the cap of all owners refuses the reply", async () => {
  const caps = capsOf({ perHour: 4, ownerShare: 50 });
  for (const owner of ["a", "a", "b", "b"]) await caps.take(owner, NOON);
  for (const _ of [1, 2, 3, 4]) expect(await caps.take("carol", NOON)).toMatchObject({ cap: "platform_cap" });
  await caps.giveBack("a", NOON);
  await caps.giveBack("b", NOON);
  expect([await caps.take("carol", NOON), await caps.take("carol", NOON)]).toEqual([undefined, undefined]);
});

it("can be asked without being counted", async () => {
  const caps = capsOf({ perHour: 2, ownerShare: 50 });
  for (const _ of [1, 2, 3]) expect(await caps.full("alice", NOON)).toBeUndefined();
  await caps.take("alice", NOON);
  expect(await caps.full("alice", NOON)).toEqual({ cap: "owner_cap", until: ONE });
  expect(await caps.full("bob", NOON)).toBeUndefined();
  await caps.take("bob", NOON);
  expect(await caps.full("carol", NOON)).toEqual({ cap: "platform_cap", until: ONE });
  expect(await caps.full("carol", ONE)).toBeUndefined();
});

it("gives even the smallest share one reply", async () => {
  const caps = capsOf({ perHour: 10, perDay: 10, ownerShare: 1 });
  expect(await caps.take("alice", NOON)).toBeUndefined();
  expect(await caps.take("alice", NOON)).toMatchObject({ cap: "owner_cap" });
});

it("leaves rows that expire when their day is long over", async () => {
  await capsOf({}).take("alice", NOON);
  for (const user_id of ["alice", "platform"]) {
    const Key = { user_id, mark: "cap:2026-11-23:replies" };
    const { Item } = await dynamo.db.send(new GetCommand({ TableName: "runner-marks", Key }));
    expect(Item).toMatchObject({ total: 1, h12: 1, expires_at: Date.parse("2026-11-25T00:00:00Z") / 1000 });
  }
});
