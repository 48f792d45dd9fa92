import { afterAll, beforeAll, expect, it } from "vitest";
import { storeAnswer } from "../../../../functions/agent-runner/call/store-answer.ts";
import type { RunEvent } from "../../../../shared/runs/ledger.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { RunStore } from "../../../../shared/runs/run-store.ts";
import { startDynamo, type TestDynamo } from "../../../support/dynamo.ts";
import { answer, later, payer, read, someRun } from "../../../support/runs.ts";

const MODE = { mode: "auto_reply" } as const;
const MINE = { holder: "mine", deadline: later(120) };

let dynamo: TestDynamo;
let runs: RunStore;
beforeAll(async () => {
  dynamo = await startDynamo({ runs: { partition: "user_id", sort: "run_id" } });
  runs = new RunStore(dynamo.db, "runs");
});
afterAll(() => dynamo.stop());

async function hear(run: Run, event: RunEvent, seconds = 1): Promise<Run> {
  const next = await runs.apply(run, event, later(seconds));
  if (next === undefined) throw new Error(`${event.type} is not allowed in ${run.state}`);
  return next;
}

async function calling(run: Run, holder: string, seconds: number): Promise<Run> {
  const until = later(seconds + 125).toISOString();
  const claimed = await hear(run, { type: "claim", holder, until }, seconds);
  return hear(claimed, { type: "call_started", holder, read, payer }, seconds);
}

async function begin(run_id: string): Promise<Run> {
  const run = someRun({ run_id });
  await runs.add(run);
  return calling(run, MINE.holder, 1);
}

/** Makes the next writes fail, before they are made or after it. */
function failWrites(times: number, when: "before" | "after"): void {
  let left = times;
  dynamo.db.middlewareStack.add(
    (next, { commandName }) =>
      async (call) => {
        if (commandName === "GetItemCommand" || left === 0) return next(call);
        left -= 1;
        if (when === "after") await next(call);
        throw new Error("The table is away");
      },
    { name: "failing", override: true },
  );
}

const now = () => later(20);
const store = (run: Run, at = now) => storeAnswer(run, answer, MODE, MINE, { runs, now: at });

it("stores an answer although the table fails at first", async () => {
  const run = await begin("fails-before");
  failWrites(1, "before");
  expect(await store(run)).toMatchObject({ state: "generated", answer });
});

it("recognizes its own answer if the write succeeded but its response was lost", async () => {
  const run = await begin("fails-after");
  failWrites(1, "after");
  expect(await store(run)).toMatchObject({ state: "generated", answer });
});

it("leaves the run to a process that has taken it over, even if that one has stored an answer", async () => {
  const mine = await begin("taken");
  const lost = await hear(
    await hear(mine, { type: "claim", holder: "other", until: later(400).toISOString() }, 200),
    {
      type: "call_started",
      holder: "other",
      read,
      payer,
    },
    201,
  );
  expect(await store(mine)).toBeUndefined();
  const theirs = { ...answer, text: "Theirs." };
  await hear(lost, { type: "answered", holder: "other", answer: theirs, mode: "auto_reply" }, 202);
  expect(await store(mine)).toBeUndefined();
  expect(await runs.get(mine.user_id, mine.run_id)).toMatchObject({ answer: { text: "Theirs." } });
});

it("gives up while there is time to record the failure", async () => {
  const run = await begin("gives-up");
  failWrites(1, "before");
  const late = () => new Date(MINE.deadline.getTime() - 4_999);
  await expect(store(run, late)).rejects.toThrow("The table is away");
});
