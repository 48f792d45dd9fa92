import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Run } from "../../../shared/runs/run.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
});

/** Works the run again when it is due. */
async function workWhenDue(run: Run): Promise<Run> {
  world.setClock(new Date(run.next_check_at ?? 0));
  return world.work(run);
}

async function reopen(run: Run): Promise<Run> {
  const reopened = await world.deps.runs.apply(run, { type: "reopen" }, world.deps.now());
  if (reopened === undefined) throw new Error(`A run that is ${run.state} is not reopened`);
  return reopened;
}

async function unconfirmed(name: string): Promise<Run> {
  world.ses.say("cut before the answer");
  const sending = await world.work(await world.arrive(name));
  expect(sending).toMatchObject({ state: "sending" });
  expect(world.ses.calls).toBe(1);
  return sending;
}

it("a sending whose answer was lost is held and not repeated, unless its owner reopens it", async () => {
  const sending = await unconfirmed("unsure");
  const held = await workWhenDue(sending);
  expect(held).toMatchObject({ state: "held", reason: "may_have_been_sent" });
  expect(await world.work(held)).toMatchObject({ state: "held" });
  expect(world.ses.calls).toBe(1);

  world.ses.say(SES_SENDS);
  expect(await world.work(await reopen(held))).toMatchObject({ state: "replied", sent_message_id: "out-1" });
  expect(world.ses.calls).toBe(1);
  expect(world.provider.calls).toBe(1);
});

it("a second sending does not begin if SES has reported the first", async () => {
  const held = await workWhenDue(await unconfirmed("reported"));
  const reopened = await reopen(held);
  world.ses.say(SES_SENDS);
  const report = { type: "delivery", delivery: "delivered", sent_message_id: "out-0" } as const;
  expect(await world.deps.runs.apply(reopened, report, world.deps.now())).toBeDefined();
  expect(await world.work(reopened)).toMatchObject({ state: "replied", sent_message_id: "out-0" });
  expect(world.ses.calls).toBe(0);
});

it("a mail whose answer was lost twice is held and counted, and reopening it makes another call", async () => {
  const day = "2026-11-23";
  const lost = async () =>
    Number(Object.entries(await world.usageOf(day)).find(([name]) => /calls_lost$/.test(name))?.[1] ?? 0);
  const before = await lost();
  world.provider.say("cut before the answer");
  const first = await world.work(await world.arrive("silent"));
  expect(first).toMatchObject({ state: "received", calls_lost: 1 });
  const second = await workWhenDue(first);
  expect(second).toMatchObject({ state: "held", reason: "answer_lost", calls_lost: 2 });
  expect(await lost()).toBe(before + 2);
  expect(await world.work(second)).toMatchObject({ state: "held" });
  expect(world.provider.calls).toBe(2);

  world.provider.say(PROVIDER_ANSWERS);
  expect(await world.work(await reopen(second))).toMatchObject({ state: "replied", calls_lost: 0 });
  expect(world.provider.calls).toBe(1);
  expect(await lost()).toBe(before + 2);
  expect(await world.usageOf(day)).toMatchObject({ in_flight: 0 });
});
