import { afterAll, beforeAll, expect, test } from "vitest";
import { findThread } from "../../../../functions/agent-runner/mail/find-thread.ts";
import { correspondentsIn } from "../../../../shared/correspondents/correspondents.ts";
import { readThreadRef } from "../../../../shared/mail/thread-ref.ts";
import { startDynamo, type TestDynamo } from "../../../support/dynamo.ts";
import { later, someRun } from "../../../support/runs.ts";
import { CORRESPONDENT_TABLES, MARK_TABLES } from "../../../support/tables.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startDynamo(MARK_TABLES);
});
afterAll(() => dynamo.stop());

const CAROL = "carol@customer.example";

type Between = { from?: string; to?: string; agent_id?: string; user_id?: string; ses?: string };
type Ids = { references?: string[]; in_reply_to?: string[]; message_id?: string };

function threadOf(
  { references = [], in_reply_to = [], message_id = "<new@customer.example>" }: Ids,
  { from = CAROL, to, agent_id = "agent1", user_id = "alice", ses = "ses-1" }: Between = {},
) {
  const run = someRun({ user_id, agent_id, ses_message_id: ses, run_id: `run-${ses}` });
  const deps = { correspondents: correspondentsIn(dynamo.db, CORRESPONDENT_TABLES), mailDomain: "agents.example" };
  return findThread(run, { author: from, reader: to ?? from }, { references, in_reply_to, message_id }, deps);
}

const FIRST = { message_id: "<m1@customer.example>" };

test("an answer finds its thread and the number of answers by our own id, in References or in In-Reply-To", async () => {
  const first = await threadOf(FIRST);
  expect(readThreadRef(first.thread_ref)?.answers).toBe(1);
  const second = await threadOf({ references: ["<other@x.example>", first.thread_ref] }, { ses: "ses-2" });
  const third = await threadOf({ in_reply_to: [second.thread_ref] }, { ses: "ses-3" });
  expect([second.thread_id, third.thread_id]).toEqual([first.thread_id, first.thread_id]);
  expect(readThreadRef(third.thread_ref)?.answers).toBe(3);
  expect(third.thread_ref).not.toBe(second.thread_ref);
});

test("an answer that names only SES's id of our reply finds the thread", async () => {
  const first = await threadOf(FIRST);
  const root = readThreadRef(first.thread_ref)?.root ?? "";
  const { wireIds } = correspondentsIn(dynamo.db, CORRESPONDENT_TABLES);
  await wireIds.remember({ userId: "alice", agentId: "agent1", correspondent: CAROL }, "0100-wire", root, later(0));
  for (const domain of ["email.amazonses.com", "eu-west-1.amazonses.com", "a-new-domain.aws.example"]) {
    const answer = { in_reply_to: [`<0100-wire@${domain}>`] };
    expect((await threadOf(answer, { ses: "ses-2" })).thread_id).toBe(first.thread_id);
    expect((await threadOf(answer, { from: "mallory@evil.example" })).thread_id).not.toBe(first.thread_id);
    expect((await threadOf(answer, { agent_id: "agent2" })).thread_id).not.toBe(first.thread_id);
  }
});

test("an answer that names only the correspondent's own first mail finds the thread", async () => {
  const first = await threadOf(FIRST);
  const next = await threadOf({ references: [FIRST.message_id, "<x@y.example>"] }, { ses: "ses-2" });
  expect(next.thread_id).toBe(first.thread_id);
});

test("an id finds no thread of another correspondent, agent or mail domain", async () => {
  const first = await threadOf(FIRST);
  const again = { references: [first.thread_ref] };
  const foreign = { references: [first.thread_ref.replace("@agents.", "@others.")] };
  const ids = [
    await threadOf(again, { from: "mallory@evil.example" }),
    await threadOf(again, { agent_id: "agent2" }),
    await threadOf(foreign),
  ].map(({ thread_id }) => thread_id);
  expect(new Set([first.thread_id, ...ids]).size).toBe(4);
});

test("a stranger who names Carol as the reader is not in her thread, whatever ids they know", async () => {
  const first = await threadOf(FIRST);
  const root = readThreadRef(first.thread_ref)?.root ?? "";
  const { wireIds } = correspondentsIn(dynamo.db, CORRESPONDENT_TABLES);
  await wireIds.remember({ userId: "alice", agentId: "agent1", correspondent: CAROL }, "0100-hers", root, later(0));
  const known = [{ references: [first.thread_ref] }, { in_reply_to: ["<0100-hers@email.amazonses.com>"] }, FIRST];
  for (const ids of known) {
    const thread = await threadOf(ids, { from: "mallory@customer.example", to: CAROL, ses: "ses-2" });
    expect(thread.thread_id).not.toBe(first.thread_id);
    // Carol's answer to the reply that the stranger had sent to her does not join the thread either.
    const answer = await threadOf({ references: [thread.thread_ref] }, { ses: "ses-3" });
    expect(answer.thread_id).not.toBe(first.thread_id);
    expect(readThreadRef(thread.thread_ref)?.answers).toBe(1);
  }
});

test("a reader named in Reply-To finds their thread by our own id and by SES's", async () => {
  const asker = "dave@elsewhere.example";
  const form = await threadOf({ message_id: "<f1@forms.example>" }, { from: "web@forms.example", to: asker });
  const root = readThreadRef(form.thread_ref)?.root ?? "";
  const { wireIds } = correspondentsIn(dynamo.db, CORRESPONDENT_TABLES);
  await wireIds.remember({ userId: "alice", agentId: "agent1", correspondent: asker }, "0100-form", root, later(0));
  const byRef = await threadOf({ references: [form.thread_ref] }, { from: asker, ses: "ses-2" });
  const byWire = await threadOf({ in_reply_to: ["<0100-form@email.amazonses.com>"] }, { from: asker, ses: "ses-3" });
  expect(byWire.thread_id).toBe(byRef.thread_id);
  expect(byRef.thread_id).not.toBe(form.thread_id);
});

test("two mails with nothing in common but their subject are two threads", async () => {
  const other = await threadOf({ message_id: "<m2@customer.example>" }, { ses: "ses-2" });
  expect(other.thread_id).not.toBe((await threadOf(FIRST)).thread_id);
});
