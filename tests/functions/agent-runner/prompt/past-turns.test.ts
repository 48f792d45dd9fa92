import { afterAll, beforeAll, expect, test } from "vitest";
import { findPastTurns } from "../../../../functions/agent-runner/prompt/past-turns.ts";
import { threadId } from "../../../../shared/mail/thread.ts";
import type { Reply } from "../../../../shared/runs/run.ts";
import { RunStore } from "../../../../shared/runs/run-store.ts";
import { startDynamo, type TestDynamo } from "../../../support/dynamo.ts";
import { answer, read, someRun } from "../../../support/runs.ts";

const ALICE = "alice@hotmail.no";
const MALLORY = "mallory@hotmail.no";
const thread_id = threadId("agent1", { author: ALICE, reader: ALICE }, "root");

let dynamo: TestDynamo;
let runs: RunStore;
let stored = 0;
beforeAll(async () => {
  const by_thread = { partition: "user_id", sort: "thread_run" };
  dynamo = await startDynamo({ runs: { partition: "user_id", sort: "run_id", indexes: { by_thread } } });
  runs = new RunStore(dynamo.db, "runs");
});
afterAll(() => dynamo.stop());

/** A row of the thread that was answered; `from` as the router keeps it. */
async function answered(text: string, from: string, reply: Partial<Reply>, thread = thread_id): Promise<void> {
  const run = { state: "replied", thread_id: thread, text, from, reply: { ...read.reply, ...reply }, answer } as const;
  await runs.add(someRun({ run_id: `run-${String(stored++).padStart(3, "0")}`, ...run }));
}

/** The earlier turns that the model would see with the next mail. */
async function seen(reply: Partial<Reply>, thread = thread_id): Promise<string[]> {
  const next = { ...read, thread_id: thread, reply: { ...read.reply, ...reply } };
  const turns = await findPastTurns(someRun({ run_id: "run-999" }), next, { runs });
  return turns.map(({ text }) => text);
}

test("an author's history has only their own mails of the thread", async () => {
  await answered("new", "Alice <alice@hotmail.no>", { to: ALICE, author: "Alice@Hotmail.no", to_author: true });
  await answered("of a stranger", MALLORY, { to: ALICE, author: MALLORY, to_author: false });
  // As rows were before the author was kept; before to_author too, the From that the router had read is left.
  await answered("old", "Alice <alice@hotmail.no>", { to: ALICE, to_author: true });
  await answered("of a stranger, old", "Mallory <mallory@hotmail.no>", { to: ALICE, to_author: false });
  await answered("oldest", "Alice <alice@hotmail.no>", { to: ALICE });
  const hers = ["new", "old", "oldest"];
  expect(await seen({ to: ALICE, author: ALICE, to_author: true })).toEqual(hers);
  expect(await seen({ to: "alice+shop@hotmail.no", author: ALICE, to_author: true })).toEqual(hers);
});

test("the author of an older row is the only address in From", async () => {
  await answered("oldest, hers", "Alice <Alice@hotmail.no>", { to: ALICE });
  await answered("of a stranger, oldest", "Mallory <mallory@hotmail.no>", { to: ALICE });
  await answered("of a stranger with her address as a name", `<${ALICE}> <${MALLORY}>`, { to: ALICE });
  await answered("of a stranger whose name was cut behind it", `${"x".repeat(235)} <${ALICE}>`, { to: ALICE });
  await answered("oldest, hers, bare", ALICE, { to: ALICE });
  const found = await seen({ to: ALICE, author: ALICE, to_author: true });
  expect(found).toEqual(expect.arrayContaining(["oldest, hers", "oldest, hers, bare"]));
  expect(found.filter((text) => text.startsWith("of a stranger"))).toEqual([]);
});

test("a reader who is not the author, and an author who is not proved, are shown nothing", async () => {
  await answered("hers", ALICE, { to: ALICE, author: ALICE, to_author: true });
  expect(await seen({ to: ALICE, author: ALICE, to_author: true })).toContain("hers");
  expect(await seen({ to: ALICE, author: MALLORY, to_author: false })).toEqual([]);
  expect(await seen({ to: MALLORY, author: ALICE, to_author: false })).toEqual([]);
  expect(await seen({ to: ALICE, to_author: true })).toEqual([]);
});

test("the model sees the last six turns of a long thread, the oldest first", async () => {
  const thread = threadId("agent1", { author: ALICE, reader: ALICE }, "long");
  for (let turn = 1; turn <= 8; turn += 1) {
    await answered(`turn ${turn}`, ALICE, { to: ALICE, author: ALICE, to_author: true }, thread);
  }
  const turns = [3, 4, 5, 6, 7, 8].map((turn) => `turn ${turn}`);
  expect(await seen({ to: ALICE, author: ALICE, to_author: true }, thread)).toEqual(turns);
});
