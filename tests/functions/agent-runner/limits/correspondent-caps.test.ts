import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findCap } from "../../../../functions/agent-runner/limits/correspondent-caps.ts";
import { type Correspondents, correspondentsIn } from "../../../../shared/correspondents/correspondents.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { someAgent } from "../../../support/agents.ts";
import { startDynamo, type TestDynamo } from "../../../support/dynamo.ts";
import { RECEIVED_AT, someRun } from "../../../support/runs.ts";
import { CORRESPONDENT_TABLES, MARK_TABLES } from "../../../support/tables.ts";

let dynamo: TestDynamo;
let correspondents: Correspondents;
let runs = 0;
let user_id = "";
beforeAll(async () => {
  dynamo = await startDynamo(MARK_TABLES);
  correspondents = correspondentsIn(dynamo.db, CORRESPONDENT_TABLES);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  user_id = `user${runs++}`;
});

const CAROL = "carol@customer.example";

/** Asks whether one more mail of `author` may be answered at `to`, in an agent that allows three an hour. */
async function ask(author: string, to = author, changes: Partial<Run> = {}) {
  const run = someRun({ user_id, run_id: `run${runs++}`, ...changes });
  const agent = someAgent({ user_id, max_replies_per_correspondent_per_hour: 3 });
  const isBlocked = await correspondents.blocked.has(user_id, agent.agent_id, to);
  return findCap(run, agent, { author, to }, { isBlocked }, { correspondents });
}

test("the agent's own limits apply, in the hour in which the mail arrived", async () => {
  expect([await ask(CAROL), await ask(CAROL), await ask(CAROL)]).toEqual([undefined, undefined, undefined]);
  expect(await ask(CAROL)).toBe("correspondent_cap");
  expect(await ask(CAROL, CAROL, { received_at: "2026-11-23T13:00:00.000Z" })).toBeUndefined();
});

test("a run that is tried again is not counted again", async () => {
  const again = () => ask(CAROL, CAROL, { run_id: "same" });
  expect([await again(), await again(), await again(), await again()]).toEqual(Array(4).fill(undefined));
  expect([await ask(CAROL), await ask(CAROL), await ask(CAROL)]).toEqual([undefined, undefined, "correspondent_cap"]);
  expect(await again()).toBeUndefined();
});

test("an author gets no more answers by naming many mailboxes of the domain in Reply-To", async () => {
  const neighbours = ["a", "b", "c", "d"].map((name) => `${name}@customer.example`);
  const answers = [];
  for (const to of neighbours) answers.push(await ask(CAROL, to));
  expect(answers).toEqual([undefined, undefined, undefined, "correspondent_cap"]);
});

test("a mailbox gets no more answers because many authors name it in Reply-To", async () => {
  const answers = [];
  for (const name of ["a", "b", "c", "d"]) answers.push(await ask(`${name}@customer.example`, CAROL));
  expect(answers).toEqual([undefined, undefined, undefined, "correspondent_cap"]);
});

test("a web form that the owner trusts may write for many people", async () => {
  const askers = ["a@a.example", "b@b.example", "c@c.example", "d@d.example"];
  for (const to of askers) expect(await ask("noreply@forms.example", to)).toBeUndefined();
});

test("a blocked correspondent gets no answer until unblocked, not even after a reopening", async () => {
  const { blocked } = correspondents;
  const row = { address: CAROL, reason: "bounced", run_id: "r", blocked_at: RECEIVED_AT } as const;
  await blocked.add(user_id, "agent1", row);
  expect(await ask(CAROL)).toBe("correspondent_blocked");
  expect(await ask(CAROL, CAROL, { reopened_at: RECEIVED_AT })).toBe("correspondent_blocked");
  for (const { id } of await blocked.list(user_id, "agent1")) await blocked.remove(user_id, "agent1", id);
  expect(await ask(CAROL)).toBeUndefined();
});

test("a reopened mail ignores the caps and is not counted", async () => {
  for (const _ of [1, 2, 3]) await ask(CAROL);
  expect(await ask(CAROL, CAROL, { reopened_at: RECEIVED_AT })).toBeUndefined();
  expect(await ask(CAROL)).toBe("correspondent_cap");
});

test("a mail that is requeued for a working key is counted like any other", async () => {
  for (const _ of [1, 2, 3]) await ask(CAROL);
  expect(await ask(CAROL, CAROL, { reopened_at: RECEIVED_AT, released: true })).toBe("correspondent_cap");
});
