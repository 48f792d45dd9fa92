import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newRun } from "../../../shared/runs/new-run.ts";
import { runId } from "../../../shared/runs/run.ts";
import { type PastRun, RunStore } from "../../../shared/runs/run-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { answer, later, payer, read, someRun } from "../../support/runs.ts";

let dynamo: TestDynamo;
let runs: RunStore;
beforeAll(async () => {
  dynamo = await startDynamo({
    runs: {
      partition: "user_id",
      sort: "run_id",
      indexes: {
        by_agent: { partition: "user_id", sort: "agent_run" },
        by_thread: { partition: "user_id", sort: "thread_run" },
        unsettled: { partition: "unsettled_shard", sort: "next_check_at" },
      },
    },
  });
  runs = new RunStore(dynamo.db, "runs");
});
afterAll(() => dynamo.stop());

let mails = 0;
/** A stored run of a separate mail. */
async function stored(changes: Partial<Parameters<typeof newRun>[0]> = {}) {
  const { verdicts, ...base } = someRun();
  const received_at = later(++mails).toISOString();
  const run = newRun({ ...base, verdicts, received_at, ses_message_id: `mail-${mails}`, ...changes }, later(mails));
  expect(await runs.add(run)).toBe(true);
  return run;
}

async function isUnsettled(run_id: string): Promise<boolean> {
  const { Items = [] } = await dynamo.db.send(new ScanCommand({ TableName: "runs", IndexName: "unsettled" }));
  return Items.some((item) => item["run_id"] === run_id);
}

describe("adding a run", () => {
  it("is refused the second time, so a mail delivered twice is one run", async () => {
    const run = await stored();
    expect(await runs.add({ ...run, subject: "something else" })).toBe(false);
    expect((await runs.get(run.user_id, run.run_id))?.subject).toBe(run.subject);
  });

  it("returns what was stored", async () => {
    const run = await stored();
    expect(await runs.get(run.user_id, run.run_id)).toEqual({ ...run, next_check_at: run.received_at });
  });

  it("hides a run from every other user", async () => {
    const run = await stored();
    expect(await runs.get("bob", run.run_id)).toBeUndefined();
  });
});

describe("an event", () => {
  it("takes effect for one of many callers at the same time", async () => {
    const run = await stored();
    const tries = Array.from({ length: 10 }, (_, i) =>
      runs.apply(run, { type: "claim", holder: `job${i}`, until: later(10_000).toISOString() }, later(5_000)),
    );
    const claimed = (await Promise.all(tries)).filter((result) => result !== undefined);
    expect(claimed).toHaveLength(1);
    expect((await runs.get(run.user_id, run.run_id))?.lease).toEqual(claimed[0]?.lease);
  });

  it("that the ledger forbids changes nothing", async () => {
    const run = await stored();
    expect(await runs.apply(run, { type: "sent", sent_message_id: "out" }, later(0))).toBeUndefined();
    expect((await runs.get(run.user_id, run.run_id))?.version).toBe(1);
  });

  it("on top of an old version is refused", async () => {
    const run = await stored();
    const claim = { type: "claim", holder: "job", until: later(10_000).toISOString() } as const;
    expect(await runs.apply(run, claim, later(5_000))).toBeDefined();
    expect(await runs.apply(run, { ...claim, holder: "late" }, later(20_000))).toBeUndefined();
  });
});

it("keeps a run in the index of unsettled runs until nobody has to come back to it", async () => {
  const run = await stored();
  expect(await isUnsettled(run.run_id)).toBe(true);
  const claimed = await runs.apply(
    run,
    { type: "claim", holder: "a", until: later(9_000).toISOString() },
    later(5_000),
  );
  const rested =
    claimed &&
    (await runs.apply(claimed, { type: "rest", holder: "a", state: "held", reason: "no_ai_config", read }, later(1)));
  expect(await isUnsettled(run.run_id)).toBe(true);
  expect(rested && (await runs.apply(rested, { type: "usage_settled" }, later(2)))).toBeDefined();
  expect(await isUnsettled(run.run_id)).toBe(false);
});

describe("a list", () => {
  it("has the newest first and pages without a gap or a repetition", async () => {
    const made = [];
    for (let i = 0; i < 7; i++) made.push((await stored({ user_id: "lister" })).run_id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await runs.list({ userId: "lister", cursor, limit: 3 });
      seen.push(...page.runs.map(({ run_id }) => run_id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(made.toReversed());
  });

  it("of one agent contains no other agent's runs, and no other user's", async () => {
    const mine = await stored({ user_id: "owner", agent_id: "one" });
    await stored({ user_id: "owner", agent_id: "two" });
    await stored({ user_id: "other", agent_id: "one" });
    const { runs: listed } = await runs.list({ userId: "owner", agentId: "one", limit: 10 });
    expect(listed.map(({ run_id }) => run_id)).toEqual([mine.run_id]);
    expect((await runs.list({ userId: "other", agentId: "two", limit: 10 })).runs).toEqual([]);
  });
});

it("remembers the answered turns of a thread, oldest first, and nothing of another thread", async () => {
  const replied = async (text: string, thread_id: string) => {
    const run = await stored({ user_id: "thready" });
    const events = [
      { type: "claim", holder: "a", until: later(9_000).toISOString() },
      { type: "call_started", holder: "a", read: { ...read, text, thread_id }, payer },
      { type: "answered", holder: "a", answer: { ...answer, text: `Re: ${text}` }, mode: "auto_reply" },
      { type: "send_started", holder: "a" },
      { type: "sent", sent_message_id: "out" },
    ] as const;
    let now = run;
    for (const event of events) now = (await runs.apply(now, event, later(5_000))) ?? now;
    expect(now.state).toBe("replied");
  };
  await replied("first", "t1");
  await replied("elsewhere", "t2");
  await replied("second", "t1");
  const current = await stored({ user_id: "thready" });
  const history = (limit: number, where: (run: PastRun) => boolean = () => true) =>
    runs.history("thready", "t1", current.run_id, limit, where);
  expect(await history(5)).toEqual([
    { text: "first", answer: "Re: first" },
    { text: "second", answer: "Re: second" },
  ]);
  expect(await history(1)).toEqual([{ text: "second", answer: "Re: second" }]);
  expect(await history(5, ({ reply }) => reply?.to !== read.reply.to)).toEqual([]);
});

describe("the id of a run", () => {
  it("is the same at every delivery of a mail and different for every agent", () => {
    const at = "2026-11-23T12:00:00.123Z";
    expect(runId(at, "m", "a")).toBe(runId("2026-11-23T13:00:00.123+01:00", "m", "a"));
    expect(runId(at, "m", "a")).not.toBe(runId(at, "m", "b"));
    expect(runId(at, "m", "a")).toMatch(/^20261123120000123-[0-9a-f]{32}$/);
  });
});
