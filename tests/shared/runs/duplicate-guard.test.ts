import { afterAll, beforeAll, expect, it } from "vitest";
import { DuplicateGuard } from "../../../shared/runs/duplicate-guard.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { later } from "../../support/runs.ts";

const mail = {
  agentId: "agent1",
  messageId: "<m1@customer.example>",
  envelopeFrom: "carol@customer.example",
  author: "carol@customer.example",
};
const HOURS = 3600;

let dynamo: TestDynamo;
let guard: DuplicateGuard;
beforeAll(async () => {
  dynamo = await startDynamo({ "runner-marks": { partition: "user_id", sort: "mark" } });
  guard = new DuplicateGuard(dynamo.db, "runner-marks");
});
afterAll(() => dynamo.stop());

it("recognizes a mail for a day, and lets the first run ask as often as it likes", async () => {
  expect(await guard.isFirst("alice", "run1", mail, later(0))).toBe(true);
  expect(await guard.isFirst("alice", "run1", mail, later(9))).toBe(true);
  expect(await guard.isFirst("alice", "run2", mail, later(23 * HOURS))).toBe(false);
});

it("forgets after a day, whether or not DynamoDB has removed the row", async () => {
  const old = { ...mail, messageId: "<m2@customer.example>" };
  expect(await guard.isFirst("alice", "run1", old, later(0))).toBe(true);
  expect(await guard.isFirst("alice", "run2", old, later(24 * HOURS + 1))).toBe(true);
});

it.each([
  ["another agent", { agentId: "agent2" }],
  ["another sender", { envelopeFrom: "mallory@elsewhere.example" }],
  ["another author, who wrote the first one's envelope sender and message id,", { author: "mallory@evil.example" }],
  ["another mail", { messageId: "<m3@customer.example>" }],
])("takes %s for another mail", async (_, change) => {
  expect(await guard.isFirst("bob", "run1", mail, later(0))).toBe(true);
  expect(await guard.isFirst("bob", "run2", { ...mail, ...change }, later(1))).toBe(true);
});

it("lets one of two runs win that ask at the same time", async () => {
  const race = { ...mail, messageId: "<race@customer.example>" };
  const answers = await Promise.all(["run1", "run2"].map((run) => guard.isFirst("alice", run, race, later(0))));
  expect(answers.toSorted()).toEqual([false, true]);
});
