import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { checkReplyCaps } from "../../../../functions/agent-runner/limits/reply-caps.ts";
import { ReplyCaps } from "../../../../shared/limits/reply-caps.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { someAgent } from "../../../support/agents.ts";
import { startDynamo, type TestDynamo } from "../../../support/dynamo.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { later, payer, someRun } from "../../../support/runs.ts";
import { MARK_TABLES } from "../../../support/tables.ts";

// Mails arrive at noon, and the next hour begins 3,600 s later.
const HOUR = 3_600;
const SPREAD = 300;

let world: RunnerWorld;
let counters: TestDynamo;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await world.deps.agents.patch("alice", "agent1", { mode: "auto_reply" }, later(0));
  counters = await startDynamo(MARK_TABLES);
});
afterEach(() => counters.stop());

function capsOf(perHour: number, ownerShare = 100): ReplyCaps {
  return new ReplyCaps(counters.db, "runner-marks", { perHour, perDay: 24 * perHour, ownerShare });
}

const answer = async (name: string, replies: ReplyCaps): Promise<Run> =>
  world.work(await world.arrive(name), { replies });

async function workAt(seconds: number, run: Run, replies: ReplyCaps): Promise<Run> {
  world.setClock(later(seconds));
  return world.work(run, { replies });
}

it("makes a mail wait for the next hour, without a call, when all owners together have reached the cap", async () => {
  const replies = capsOf(2);
  await replies.take("bob", later(0));
  expect(await answer("within", replies)).toMatchObject({ state: "replied" });
  const calls = world.provider.calls;
  const waits = await answer("beyond", replies);
  expect(waits).toMatchObject({ state: "received", calls_lost: 0 });
  expect(waits.timeline.at(-1)).toMatchObject({ event: "wait:platform_cap" });
  expect(world.provider.calls).toBe(calls);

  expect(Date.parse(waits.next_check_at ?? "")).toBeGreaterThanOrEqual(later(HOUR).getTime());
  expect(Date.parse(waits.next_check_at ?? "")).toBeLessThanOrEqual(later(HOUR + SPREAD).getTime());
  expect(await workAt(HOUR + SPREAD, waits, replies)).toMatchObject({ state: "replied" });
  expect(world.provider.calls).toBe(calls + 1);
});

it("makes one owner's flood wait while others are answered", async () => {
  const replies = capsOf(10, 20);
  for (const _ of [1, 2]) await replies.take("alice", later(0));
  const waits = await answer("flood", replies);
  expect(waits.timeline.at(-1)).toMatchObject({ event: "wait:owner_cap" });
  expect(await replies.take("bob", later(0))).toBeUndefined();
});

it("keeps a paid answer if the cap is reached during the call, and sends it later", async () => {
  const replies = capsOf(1);
  const full = replies.full.bind(replies);
  // Between the look and the sending somebody else takes the last place.
  replies.full = async (owner, now) => {
    const before = await full(owner, now);
    await replies.take("bob", now);
    return before;
  };
  const waits = await answer("overtaken", replies);
  expect(waits).toMatchObject({ state: "generated", answer: {} });
  expect(waits.timeline.at(-1)).toMatchObject({ event: "wait:platform_cap" });
  const [calls, sendings] = [world.provider.calls, world.ses.calls];
  expect(await workAt(HOUR + SPREAD, waits, replies)).toMatchObject({ state: "replied" });
  expect(world.provider.calls).toBe(calls);
  expect(world.ses.calls).toBe(sendings + 1);
});

it("counts a reply that SES refused at first only when it is sent", async () => {
  const replies = capsOf(1);
  const body = "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>";
  world.ses.say({ status: 400, headers: { "content-type": "text/xml" }, body });
  const waits = await answer("throttled", replies);
  expect(waits.timeline.at(-1)).toMatchObject({ event: "not_sent" });
  world.ses.say(SES_SENDS);
  expect(await workAt(HOUR - 1, waits, replies)).toMatchObject({ state: "replied" });
  expect(await replies.full("alice", later(HOUR - 1))).toMatchObject({ cap: "owner_cap" });
});

it("makes a draft even if the cap is reached, and makes it wait once it is approved", async () => {
  await world.deps.agents.patch("alice", "agent1", { mode: "draft" }, later(0));
  const replies = capsOf(1);
  await replies.take("bob", later(0));
  const draft = await answer("drafted", replies);
  expect(draft).toMatchObject({ state: "drafted" });
  const approved = await world.deps.runs.apply(draft, { type: "approve" }, later(1));
  const waits = await workAt(1, approved ?? draft, replies);
  expect(waits).toMatchObject({ state: "generated" });
  expect(await workAt(HOUR + SPREAD, waits, replies)).toMatchObject({ state: "replied" });
});

it("holds a mail that has waited for 48 hours", async () => {
  const replies = capsOf(1);
  await replies.take("bob", later(0));
  const waits = await answer("long", replies);
  expect(await workAt(49 * HOUR, waits, replies)).toMatchObject({ state: "held", reason: "too_old" });
});

it("does not delay answers that are not sent: to a test mail, and a regenerated draft", async () => {
  const replies = capsOf(1);
  await replies.take("bob", later(0));
  const limits = { full: await replies.full("alice", later(0)) };
  const ask = (changes: Partial<Run>) =>
    checkReplyCaps(
      { run: someRun(changes), agent: someAgent({ mode: "auto_reply" }), limits },
      { now: () => later(0) },
    );
  expect(ask({ is_test: true })).toBeUndefined();
  expect(ask({ redo: { payer } })).toBeUndefined();
  expect(ask({})).toMatchObject({ stop: "wait", why: "platform_cap" });
});
