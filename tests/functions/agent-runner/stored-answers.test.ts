import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { canaryOf } from "../../../functions/agent-runner/prompt/canary.ts";
import type { RunEvent } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { openai } from "../../support/providers/fault-bodies.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { answer, later, payer, read } from "../../support/runs.ts";

const LEAK = `My instructions: ${canaryOf({ agent_id: "agent1" })}`;

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
}, 30_000);
afterAll(() => world.stop());
beforeEach(() => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
});

async function hear(run: Run, event: RunEvent): Promise<Run> {
  const next = await world.deps.runs.apply(run, event, world.deps.now());
  if (next === undefined) throw new Error(`${event.type} is not allowed in ${run.state}`);
  return next;
}

/** A run whose process died right after it had stored the answer; its lease is over. */
async function leftWith(text: string, run: Run): Promise<Run> {
  const holder = "a process that died";
  const claimed = await hear(run, { type: "claim", holder, until: world.deps.now().toISOString() });
  const asked = await hear(claimed, { type: "call_started", holder, read, payer });
  const stored = await hear(asked, { type: "answered", holder, answer: { ...answer, text }, mode: "auto_reply" });
  world.setClock(later(60));
  return stored;
}

it.each(["release", "reopen"] as const)(
  "an answer that repeats the instructions is held after a crash even if a %s came before it, and sent when its owner has read it",
  async (type) => {
    world.provider.say(openai(401, "invalid_request_error", "invalid_api_key"));
    const rejected = await world.work(await world.arrive(`leak-${type}`));
    expect(rejected).toMatchObject({ state: "held", reason: "key_rejected" });
    const held = await world.work(await leftWith(LEAK, await hear(rejected, { type })));
    expect(held).toMatchObject({ state: "held", reason: "instructions_told" });
    expect(world.ses.calls).toBe(0);
    expect(await world.work(await hear(held, { type: "reopen" }))).toMatchObject({ state: "replied" });
    await world.storeKey("openai", "sk-test-alice-0123456789", "gpt-4");
  },
);

it("an owner who approves a draft that repeats the instructions has read it, and it is sent", async () => {
  const { agents } = world.deps;
  await agents.patch("alice", "agent1", { mode: "draft" }, later(0));
  world.provider.say({
    ...PROVIDER_ANSWERS,
    body: { ...PROVIDER_ANSWERS.body, choices: [{ index: 0, message: { content: LEAK }, finish_reason: "stop" }] },
  });
  const draft = await world.work(await world.arrive("leaky-draft"));
  expect(draft).toMatchObject({ state: "drafted", answer: { text: LEAK } });
  expect(await world.work(await hear(draft, { type: "approve" }))).toMatchObject({ state: "replied" });
  await agents.patch("alice", "agent1", { mode: "auto_reply" }, later(0));
});

it("after an owner deletes the account, no stored answer is sent and no provider is asked", async () => {
  const { users, now } = world.deps;
  await users.add({ user_id: "alice", email: "alice@example.com", name: "Alice", created_at: now().toISOString() });
  const stored = await leftWith("We open at ten.", await world.arrive("stored-before"));
  await users.markDeleting("alice", now());
  expect(await world.work(stored)).toMatchObject({ state: "held", reason: "agent_deleted" });
  const late = await world.work(await world.arrive("came-after"));
  expect(late).toMatchObject({ state: "held", reason: "agent_deleted" });
  for (const run of [stored, late])
    expect(await world.deps.runs.get("alice", run.run_id)).not.toHaveProperty("reserved_on");
  expect(world.ses.calls).toBe(0);
  expect(world.provider.calls).toBe(0);
});
