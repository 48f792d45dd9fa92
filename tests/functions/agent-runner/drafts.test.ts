import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunEvent } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

const HOUR = 3600;
let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await setAgent({ mode: "draft", is_active: true, paused_reason: null });
});

const setAgent = (changes: Parameters<typeof world.deps.agents.patch>[2]) =>
  world.deps.agents.patch("alice", "agent1", changes, later(0));

/** A draft of the mail of that name. */
async function draft(name: string): Promise<Run> {
  const run = await world.work(await world.arrive(name));
  expect(run).toMatchObject({ state: "drafted", answer: { text: expect.any(String) } });
  expect(run).not.toHaveProperty("reserved_on");
  return run;
}

/** The run after an action of the owner, `hours` after the mail came, and the runner's work on it. */
async function hear(run: Run, event: RunEvent, hours: number): Promise<Run> {
  const at = later(hours * HOUR);
  world.setClock(at);
  expect(await world.deps.runs.apply(run, event, at)).toBeDefined();
  return world.work(run);
}

describe("a draft that is approved", () => {
  it("three days later is sent without another call", async () => {
    const run = await draft("patient");
    expect(await hear(run, { type: "approve" }, 72)).toMatchObject({ state: "replied" });
    expect(world.provider.calls).toBe(1);
    expect(world.ses.calls).toBe(1);
  });

  it("is held if the correspondent was blocked meanwhile, and sent once the owner unblocks them", async () => {
    const run = await draft("blocked");
    const { blocked } = world.deps.correspondents;
    const address = run.reply?.to ?? "";
    await blocked.add("alice", "agent1", { address, reason: "complained", run_id: "r", blocked_at: "now" });
    const held = await hear(run, { type: "approve", text: "Mine." }, 1);
    expect(held).toMatchObject({ state: "held", reason: "correspondent_blocked", answer: { text: "Mine." } });
    expect(world.ses.calls).toBe(0);
    for (const { id } of await blocked.list("alice", "agent1")) await blocked.remove("alice", "agent1", id);
    expect(await hear(held, { type: "reopen" }, 2)).toMatchObject({ state: "replied" });
  });

  it("is held if Latchkey paused the agent for complaints, and sent if its owner paused it", async () => {
    const [ours, theirs] = [await draft("ours"), await draft("theirs")];
    await setAgent({ is_active: false, paused_reason: "complaints" });
    expect(await hear(ours, { type: "approve" }, 1)).toMatchObject({ state: "held", reason: "agent_paused" });
    await setAgent({ is_active: false, paused_reason: null });
    expect(await hear(theirs, { type: "approve" }, 1)).toMatchObject({ state: "replied" });
  });

  it("is not sent a second time when SES's answer is lost", async () => {
    const run = await draft("lost");
    world.ses.say("cut before the answer");
    expect(await hear(run, { type: "approve" }, 1)).toMatchObject({ state: "sending" });
    world.setClock(later(2 * HOUR));
    expect(await world.work(run)).toMatchObject({ state: "held", reason: "may_have_been_sent" });
    expect(world.ses.calls).toBe(1);
  });
});

it("a waiting draft does not count as an answer in the thread", async () => {
  const run = await draft("unseen");
  expect(await world.deps.runs.history("alice", run.thread_id ?? "", "9", 6, () => true)).toEqual([]);
  const sent = await hear(run, { type: "approve", text: "Mine." }, 1);
  expect(await world.deps.runs.history("alice", sent.thread_id ?? "", "9", 6, () => true)).toMatchObject([
    { answer: "Mine." },
  ]);
});
