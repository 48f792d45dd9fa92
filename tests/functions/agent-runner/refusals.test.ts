import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { runDetail } from "../../../functions/conversations/run-row.ts";
import { priceOf } from "../../../shared/providers/price.ts";
import type { Provider } from "../../../shared/providers/registry.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunEvent } from "../../../shared/runs/run-event.ts";
import { usageReport } from "../../../shared/usage/usage-report.ts";
import { anthropicText, geminiText, openAIText } from "../../support/providers/fault-bodies.ts";
import type { Fault } from "../../support/providers/fault-server.ts";
import { ANSWERS, answerOf } from "../../support/providers/wire-answers.ts";
import { type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

// Providers charge for a refusal, and for an answer without text, and report its tokens: the usage must be their bill.

const DAY = "2026-11-23";
const REFUSALS: [string, Provider, string, Fault, string][] = [
  ["a refusal", "openai", "gpt-4", openAIText({ content: null, refusal: "No." }, "stop"), "refused"],
  ["an empty answer", "openai", "gpt-4", openAIText({ content: "", refusal: null }, "stop"), "bad_answer"],
  [
    "a blocked answer",
    "gemini",
    "gemini-2.5-flash",
    geminiText({ candidates: [{ finishReason: "SAFETY" }] }),
    "refused",
  ],
  [
    "all thinking",
    "gemini",
    "gemini-2.5-flash",
    geminiText({ candidates: [{ finishReason: "MAX_TOKENS" }] }),
    "bad_answer",
  ],
  ["a refusal", "anthropic", "claude-sonnet-4-5", anthropicText([{ type: "text", text: "I" }], "refusal"), "refused"],
  ["no text", "anthropic", "claude-sonnet-4-5", anthropicText([], "end_turn"), "bad_answer"],
];

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  const account = { user_id: "alice", email: "a@people.example", name: "Alice", created_at: later(0).toISOString() };
  await world.deps.users.add(account);
});
afterAll(() => world.stop());
beforeEach(() => world.ses.say(SES_SENDS));

/** The usage of a provider in the day's item. */
async function usageOf(provider: Provider) {
  const { groups } = usageReport([{ day: DAY, values: await world.usageOf(DAY) }], "provider");
  return groups.find(({ key }) => key === provider);
}

async function reopen(run: Run): Promise<Run> {
  const reopened = await world.deps.runs.apply(run, { type: "reopen" }, world.deps.now());
  if (reopened === undefined) throw new Error(`A run that is ${run.state} is not reopened`);
  return reopened;
}

it.each(REFUSALS)(
  "%s of %s is counted with its tokens and cost, also on the run and after the mail is reopened",
  async (what, provider, model, says, reason) => {
    await world.storeKey(provider, `sk-test-${provider}-0123456789`, model, later(0));
    await world.deps.agents.patch("alice", "agent1", { provider }, later(0));
    const before = await usageOf(provider);
    const sum = (name: "tokens_in" | "tokens_out" | "tokens_cached" | "tokens_reasoning" | "calls_lost" | "mails") =>
      before?.[name] ?? 0;
    const cost = (priceOf(provider, model, tokensOf(provider), later(0))?.cost_nano_usd ?? 0) / 1e9;
    expect(cost).toBeGreaterThan(0);

    world.provider.say(says);
    const held = await world.work(await world.arrive(`${provider}-${what.replaceAll(" ", "-")}`));
    expect(held).toMatchObject({ state: "held", reason, calls_lost: 1 });
    expect(runDetail(held)).toMatchObject({ tokens_in: 1200, tokens_out: 300, cost_usd: cost, answer: null });
    const once = await usageOf(provider);
    expect(once).toMatchObject({
      mails: sum("mails"),
      calls_lost: sum("calls_lost") + 1,
      tokens_in: sum("tokens_in") + 1200,
      tokens_out: sum("tokens_out") + 300,
      tokens_cached: sum("tokens_cached") + 1024,
      tokens_reasoning: sum("tokens_reasoning") + 256,
    });
    expect(once?.cost_usd).toBeCloseTo((before?.cost_usd ?? 0) + cost, 9);

    world.provider.say({ status: 200, body: answerOf(provider) });
    const replied = await world.work(await reopen(held));
    expect(replied).toMatchObject({ state: "replied", calls_lost: 0 });
    expect(runDetail(replied)).toMatchObject({ tokens_in: 2400, tokens_out: 600 });
    const twice = await usageOf(provider);
    expect(twice).toMatchObject({ mails: sum("mails") + 1, tokens_in: sum("tokens_in") + 2400 });
    expect(twice?.cost_usd).toBeCloseTo((before?.cost_usd ?? 0) + 2 * cost, 9);
  },
);

it("a refusal uses its real cost of a budget, and not the reserved amount", async () => {
  await world.storeKey("openai", "sk-test-openai-0123456789", "gpt-4", later(0));
  await world.deps.agents.patch("alice", "agent1", { provider: "openai" }, later(0));
  await world.deps.users.patch("alice", { monthly_budget_usd: 1_000 });
  const spent = async () =>
    (await world.deps.usage.spent({ userId: "alice", day: DAY, runId: "", agentId: "agent1" })).month;
  const before = await spent();
  world.provider.say(openAIText({ content: null, refusal: "No." }, "stop"));
  expect(await world.work(await world.arrive("of-a-budget"))).toMatchObject({ state: "held", reason: "refused" });
  expect((await spent()) - before).toBe(priceOf("openai", "gpt-4", tokensOf("openai"), later(0))?.cost_nano_usd);
});

function tokensOf(provider: Provider) {
  const cacheWritten = provider === "anthropic" ? { cacheWritten: 100 } : {};
  return { input: 1200, output: 300, cached: 1024, reasoning: 256, ...cacheWritten };
}

it("a draft that is sent after a refused regeneration shows both calls once", async () => {
  await world.storeKey("openai", "sk-test-openai-0123456789", "gpt-4", later(0));
  await world.deps.agents.patch("alice", "agent1", { provider: "openai", mode: "draft" }, later(0));
  const apply = async (run: Run, event: RunEvent) => (await world.deps.runs.apply(run, event, world.deps.now())) ?? run;
  world.provider.say({ status: 200, body: ANSWERS.openai });
  const draft = await world.work(await world.arrive("redone"));
  world.provider.say(openAIText({ content: null, refusal: "No." }, "stop"));
  const kept = await world.work(await apply(draft, { type: "regenerate" }));
  expect(kept).toMatchObject({ state: "drafted", reason: "refused" });
  expect(runDetail(kept)).toMatchObject({ tokens_in: 2400 });
  const sent = await world.work(await apply(kept, { type: "approve" }));
  expect(sent).toMatchObject({ state: "replied" });
  expect(runDetail(sent)).toMatchObject({ tokens_in: 2400, tokens_out: 600 });
});
