import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Run } from "../../../shared/runs/run.ts";
import { anthropic, openai } from "../../support/providers/fault-bodies.ts";
import type { Fault } from "../../support/providers/fault-server.ts";
import { ANSWERS } from "../../support/providers/wire-answers.ts";
import { type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

const OPENAI = "/v1/chat/completions";
const ANTHROPIC = "/v1/messages";
const DAY = "2026-11-23";
const DOWN = openai(503, "server_error", null);
const ANSWERED: Fault = { status: 200, body: ANSWERS.anthropic };

// Each case is many calls over real sockets.
let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  await world.storeKey("anthropic", "sk-ant-test-alice-0123456789", "claude-opus-5", later(1));
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.ses.say(SES_SENDS);
  world.provider.say("hang");
  world.provider.sayAt(ANTHROPIC, ANSWERED);
  await world.storeKey("openai", "sk-test-alice-0123456789", "gpt-4", later(0));
  await world.deps.agents.patch("alice", "agent1", { fallback_provider: "anthropic" }, later(0));
});

async function workAfter(openAISays: Fault, name: string): Promise<Run> {
  world.provider.sayAt(OPENAI, openAISays);
  return world.work(await world.arrive(name));
}

/** The counters of Alice's day that end in `field`, by the provider in their name. */
async function counted(field: string): Promise<Record<string, number>> {
  const names = Object.entries(await world.usageOf(DAY)).filter(([name]) => name.endsWith(`:${field}`));
  const byProvider = names.map(([name, amount]): [string, number] => [
    name.includes("openai") ? "openai" : "anthropic",
    Number(amount),
  ]);
  return Object.fromEntries(byProvider);
}

describe("a fallback", () => {
  it.each([
    ["the provider is down", DOWN],
    ["the model is not to be had", openai(404, "invalid_request_error", "model_not_found")],
    ["the provider asks to wait for long", { status: 429, headers: { "retry-after": "121" }, body: {} }],
  ])("answers if %s, and the run says who was asked and who paid", async (name, says) => {
    const run = await workAfter(says, name.replaceAll(" ", "-"));
    expect(run).toMatchObject({ state: "replied", calls_lost: 0 });
    expect(run.payer).toMatchObject({ provider: "anthropic", model_name: "claude-opus-5", fallback_from: "openai" });
    expect(run.timeline.map(({ event }) => event)).toContain("call_started:fallback");
    expect(world.provider.calls).toBe(2);
  });

  it.each([
    ["limits the rate for a moment", openai(429, "requests", "rate_limit_exceeded"), "received"],
    ["rejects the key", openai(401, "invalid_request_error", "invalid_api_key"), "held"],
    ["has no credit for it", openai(429, "insufficient_quota", "insufficient_quota"), "held"],
    ["finds the mail too long", openai(400, "invalid_request_error", "context_length_exceeded"), "held"],
    ["may have charged", "cut before the answer" as const, "received"],
  ])("is not asked if the first provider %s", async (name, says, state) => {
    const run = await workAfter(says, name.replaceAll(" ", "-"));
    expect(run.state).toBe(state);
    expect(world.provider.calls).toBe(1);
  });

  it("is asked after a rate limit once the mail has waited three times", async () => {
    let run = await workAfter(openai(429, "requests", "rate_limit_exceeded"), "patient");
    for (let tries = 1; tries <= 3; tries += 1) {
      expect(run).toMatchObject({ state: "received", attempts: tries });
      world.setClock(new Date(run.next_check_at ?? 0));
      run = await world.work(run);
    }
    expect(run).toMatchObject({ state: "replied", payer: { provider: "anthropic" } });
  });

  it("needs a key of the same owner; otherwise the mail waits", async () => {
    await world.deps.agents.patch("alice", "agent1", { fallback_provider: "gemini" }, later(0));
    expect(await workAfter(DOWN, "no-such-key")).toMatchObject({ state: "received", attempts: 1 });
    expect(world.provider.calls).toBe(1);
  });

  it("that is down too makes the mail wait for the first provider, and one with a rejected key is not asked again", async () => {
    world.provider.sayAt(ANTHROPIC, anthropic(529, "overloaded_error", "Overloaded"));
    expect(await workAfter(DOWN, "both-down")).toMatchObject({ state: "received", calls_lost: 0 });
    world.provider.sayAt(ANTHROPIC, anthropic(401, "authentication_error", "invalid x-api-key"));
    const run = await workAfter(DOWN, "fallback-rejected");
    expect(run).toMatchObject({ state: "received", calls_lost: 0 });
    expect(run.timeline.at(-1)?.event).toBe("wait:provider_down");
    const before = world.provider.calls;
    expect(await workAfter(DOWN, "once-more")).toMatchObject({ state: "received" });
    // The first provider is known to be down, the fallback's key to be rejected.
    expect(world.provider.calls).toBe(before);
    await world.storeKey("anthropic", "sk-ant-test-alice-0123456789", "claude-opus-5", later(1));
  });
});

describe("a lost call and the answer of another provider", () => {
  it("are each counted under the provider that may have charged", async () => {
    const before = { lost: await counted("calls_lost"), mails: await counted("mails") };
    const waiting = await workAfter("cut amid the answer", "lost-first");
    expect(waiting).toMatchObject({ state: "received", calls_lost: 1, lost_by: [{ provider: "openai" }] });
    world.setClock(new Date(waiting.next_check_at ?? 0));
    world.provider.sayAt(OPENAI, DOWN);
    expect(await world.work(waiting)).toMatchObject({
      state: "replied",
      calls_lost: 1,
      payer: { provider: "anthropic" },
    });
    const lost = await counted("calls_lost");
    expect((lost["openai"] ?? 0) - (before.lost["openai"] ?? 0)).toBe(1);
    expect(lost["anthropic"]).toBe(before.lost["anthropic"]);
    expect(((await counted("mails"))["anthropic"] ?? 0) - (before.mails["anthropic"] ?? 0)).toBe(1);
  });
});
