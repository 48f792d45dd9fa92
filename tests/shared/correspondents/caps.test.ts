import { afterAll, beforeAll, expect, test } from "vitest";
import { CorrespondentCaps } from "../../../shared/correspondents/caps.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

const LIMITS = { perHour: 2, perDay: 3, perDomainPerHour: 4 };
const NOON = "2026-11-23T12:00:00.000Z";

let dynamo: TestDynamo;
let caps: CorrespondentCaps;
let runs = 0;
beforeAll(async () => {
  dynamo = await startDynamo({ "runner-marks": { partition: "user_id", sort: "mark" } });
  caps = new CorrespondentCaps(dynamo.db, "runner-marks");
});
afterAll(() => dynamo.stop());

/** One more answer to that address of the agent named. */
function take(agentId: string, to: string, receivedAt = NOON, runId = `run${runs++}`) {
  return caps.take({ userId: "alice", agentId, runId, receivedAt, to }, LIMITS);
}

test("a correspondent gets so many answers in an hour, and so many in a day", async () => {
  const at = (hour: string) => take("a", "carol@customer.example", `2026-11-23T${hour}:59:59.999Z`);
  expect([await at("01"), await at("01"), await at("01")]).toEqual([undefined, undefined, "correspondent_cap"]);
  expect([await at("02"), await at("03")]).toEqual([undefined, "correspondent_cap"]);
  expect(await take("a", "carol@customer.example", "2026-11-24T00:00:00.000Z")).toBeUndefined();
});

test("one run is counted once, however often and however much at once it is tried", async () => {
  const tries = await Promise.all(Array.from({ length: 8 }, () => take("b", "carol@customer.example", NOON, "r1")));
  expect(tries).toEqual(Array(8).fill(undefined));
  expect(await take("b", "carol@customer.example", NOON, "r2")).toBeUndefined();
  expect(await take("b", "carol@customer.example", NOON, "r3")).toBe("correspondent_cap");
  expect(await take("b", "carol@customer.example", NOON, "r1")).toBeUndefined();
});

test("many at once get no more than the limit", async () => {
  const tries = await Promise.all(Array.from({ length: 20 }, () => take("c", "carol@customer.example")));
  expect(tries.filter((over) => over === undefined)).toHaveLength(2);
});

test("another agent, another user and another mailbox have counters of their own", async () => {
  for (const agent of ["d", "e"]) {
    expect(await take(agent, "carol@customer.example")).toBeUndefined();
    expect(await take(agent, "carol@customer.example")).toBeUndefined();
  }
  expect(await take("d", "dave@customer.example")).toBeUndefined();
  const other = { userId: "bob", agentId: "d", runId: "x", receivedAt: NOON, to: "carol@customer.example" };
  expect(await caps.take(other, LIMITS)).toBeUndefined();
});

test("upper case and a tag do not make another mailbox", async () => {
  expect(await take("f", "carol@customer.example")).toBeUndefined();
  expect(await take("f", "Carol+1@Customer.example")).toBeUndefined();
  expect(await take("f", "carol+2@customer.example")).toBe("correspondent_cap");
});

test("all mailboxes of a domain share the domain's hour, and a mailbox over its own share takes nothing of it", async () => {
  await Promise.all([0, 1, 2, 3, 4].map(() => take("g", "carol@customer.example")));
  expect(await take("g", "dave@customer.example")).toBeUndefined();
  expect(await take("g", "erin@customer.example")).toBeUndefined();
  expect(await take("g", "fred@customer.example")).toBe("domain_cap");
  expect(await take("g", "fred@other.example")).toBeUndefined();
  expect(await take("g", "gina@customer.example", "2026-11-23T13:00:00.000Z")).toBeUndefined();
});

test("mailboxes of a public provider are strangers to each other", async () => {
  const tries = await Promise.all(Array.from({ length: 10 }, (_, i) => take("h", `person${i}@gmail.com`)));
  expect(tries).toEqual(Array(10).fill(undefined));
});
