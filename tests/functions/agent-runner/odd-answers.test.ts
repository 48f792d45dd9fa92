import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { priceFor } from "../../../functions/agent-runner/call/price-for.ts";
import { runDetail } from "../../../functions/conversations/run-row.ts";
import { eventText } from "../../../local/provider-stub/stream.ts";
import { stubOf } from "../../../local/provider-stub/stubs.ts";
import { ANSWERS } from "../../support/providers/wire-answers.ts";
import { type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

// A paid answer is stored, sent and charged once, whatever else is in the response.

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  const account = { user_id: "alice", email: "a@people.example", name: "Alice", created_at: later(0).toISOString() };
  await world.deps.users.add(account);
}, 30_000);
afterAll(() => world.stop());
beforeEach(() => world.ses.say(SES_SENDS));

const withUsage = (usage: unknown) => ({ status: 200, body: { ...ANSWERS.openai, usage } });
const counted = (prompt_tokens: unknown, details: object = {}) => ({
  prompt_tokens,
  completion_tokens: 300,
  ...details,
});

it.each([
  ["more-cached-than-asked", counted(10, { prompt_tokens_details: { cached_tokens: 20 } }), "clamped", 10],
  [
    "more-cached-and-written",
    counted(10, { prompt_tokens_details: { cached_tokens: 8, cache_write_tokens: 8 } }),
    "clamped",
    10,
  ],
  ["missing", undefined, "unknown", null],
  ["null", null, "unknown", null],
  ["fraction", counted(100.5), "clamped", 101],
  ["negative", counted(-1), "unknown", null],
  ["huge", counted(1e30), "unknown", null],
  ["digits", counted("100"), null, 100],
])("a text with usage that is absurd (%s) is sent once and paid once", async (name, usage, doubt, tokensIn) => {
  world.provider.say(withUsage(usage));
  const run = await world.work(await world.arrive(`absurd-${name}`));
  expect(run).toMatchObject({ state: "replied", calls_lost: 0, answer: { text: "Hello." } });
  expect(world.provider.calls).toBe(1);
  expect(world.ses.calls).toBe(1);
  expect(runDetail(run)).toMatchObject({ usage_doubt: doubt, tokens_in: tokensIn });
  expect(runDetail(run).cost_usd === null).toBe(tokensIn === null);
  const told = runDetail(run).timeline.map(({ text }) => text);
  if (doubt !== null) expect(told.join(" ")).toMatch(/unknown|estimates/);
});

it("unknown usage counts as unpriced, and uses the reserved amount of a budget", async () => {
  await world.deps.users.patch("alice", { monthly_budget_usd: 10 });
  const slot = { userId: "alice", day: "2026-11-23", runId: "any", agentId: "agent1" };
  const before = await world.deps.usage.spent(slot);
  world.provider.say(withUsage(null));
  const run = await world.work(await world.arrive("unknown-cost"));
  expect(run).toMatchObject({ state: "replied", answer: { cost_nano_usd: null } });
  const after = await world.deps.usage.spent({ ...slot, agentId: run.agent_id });
  // gpt-4: 500 tokens of output alone are 0.03 USD.
  expect(after.month - before.month).toBeGreaterThan(30_000_000);
});

describe("an answer that breaks off amid its text", () => {
  it("is sent up to there and marked, and the provider is not asked again", async () => {
    const question = { model: "gpt-4", system: "", messages: [], stream: true };
    const usage = { input: 10, output: 5, cached: 0, reasoning: 0 };
    const events = stubOf("openai").events(question, ["We open", " at ten."], usage).slice(0, 2);
    world.provider.say({ stream: events.map(eventText).join(""), ends: "break" });
    const run = await world.work(await world.arrive("broken"));
    expect(run).toMatchObject({
      state: "replied",
      calls_lost: 0,
      answer: { text: "We open", cut: true, broken: true },
    });
    expect(world.provider.calls).toBe(1);
    const { answer_cut, answer_broken, usage_doubt, timeline } = runDetail(run);
    expect({ answer_cut, answer_broken, usage_doubt }).toEqual({
      answer_cut: true,
      answer_broken: true,
      usage_doubt: "unknown",
    });
    expect(timeline.some(({ text }) => text.includes("did not come to the end"))).toBe(true);
  });
});

describe("the price", () => {
  const asked = { provider: "gemini", model_name: "gemini-2.5-pro" } as const;
  const tokens = { input: 1000, output: 500, cached: 0, reasoning: 0 };
  const cost = async (served: object) => (await priceFor(asked, tokens, later(0), served))?.cost_nano_usd;

  it("is that of the model that answered, or of the requested one if the list does not have it", async () => {
    const pro = await cost({});
    const flash = (await priceFor({ ...asked, model_name: "gemini-2.5-flash" }, tokens, later(0)))?.cost_nano_usd;
    expect(await cost({ model: "gemini-2.5-flash" })).toBe(flash);
    expect(flash).toBeLessThan(pro ?? 0);
    expect(await cost({ model: "gemini-99-secret" })).toBe(pro);
  });

  it("is multiplied if the provider charges more for the location", async () => {
    expect(await cost({ factor: 1.1 })).toBe(Math.round(((await cost({})) ?? 0) * 1.1));
  });

  it("is unknown if the price library fails, and never an error", async () => {
    const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    expect(await priceFor(asked, { ...tokens, cached: 2000 }, later(0))).toBeNull();
    expect(printed).toHaveBeenCalledWith(expect.stringContaining("price_failed"));
    printed.mockRestore();
  });

  it("of an answer is stored with the model that answered, and shown to the owner", async () => {
    const body = { ...ANSWERS.openai, model: "gpt-4o-2024-08-06", service_tier: "default" };
    world.provider.say({ status: 200, body });
    const run = await world.work(await world.arrive("another-model"));
    expect(run.answer?.price).toMatchObject({ priced_as: "gpt-4o" });
    expect(runDetail(run)).toMatchObject({
      model_name: "gpt-4",
      answered_by: "gpt-4o-2024-08-06",
      service_tier: "default",
      usage_doubt: null,
    });
  });
});
