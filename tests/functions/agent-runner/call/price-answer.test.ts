import { expect, test } from "vitest";
import { priceAnswer, priceFailure } from "../../../../functions/agent-runner/call/price-answer.ts";
import { LatchkeyError } from "../../../../shared/errors.ts";
import type { ProviderAnswer } from "../../../../shared/providers/api.ts";
import { priceOf } from "../../../../shared/providers/price.ts";

const NOW = new Date("2026-11-28T12:00:00Z");
const SONNET = { provider: "anthropic", model_name: "claude-sonnet-5-5" } as const;
/** Claude charges more for input that it writes into its cache than for fresh input. */
const TOKENS = { input: 1_000, output: 10, cached: 0, cacheWritten: 1_000, reasoning: 4 };
const SAID: ProviderAnswer = { text: "Hello.", tokens: TOKENS, stop: "end", served: {} };

const cost = (tokens: typeof TOKENS) => priceOf(SONNET.provider, SONNET.model_name, tokens, NOW)?.cost_nano_usd ?? 0;

test("tokens that were written into the provider's cache are stored with the answer and priced", async () => {
  const answer = await priceAnswer(SONNET, SAID, NOW);
  expect(answer).toMatchObject({ tokens_in: 1_000, tokens_out: 10, tokens_cached: 0, tokens_reasoning: 4 });
  expect(answer.tokens_cache_written).toBe(1_000);
  expect(answer.cost_nano_usd).toBe(cost(TOKENS));
  expect(cost(TOKENS)).toBeGreaterThan(cost({ ...TOKENS, cacheWritten: 0 }));
  const { cacheWritten: _, ...fresh } = TOKENS;
  expect(await priceAnswer(SONNET, { ...SAID, tokens: fresh }, NOW)).not.toHaveProperty("tokens_cache_written");
});

test("an answer records the model that served it and its faults, and nothing if there are none", async () => {
  const plain = await priceAnswer(SONNET, SAID, NOW);
  for (const name of ["cut", "broken", "usage_doubt", "answered_by", "service_tier", "inference_geo"])
    expect(plain).not.toHaveProperty(name);
  const served = { model: "claude-sonnet-5-5-20260901", tier: "priority", geo: "us" };
  const odd = { ...SAID, stop: "broken" as const, tokens: { ...TOKENS, doubt: "clamped" as const }, served };
  expect(await priceAnswer(SONNET, odd, NOW)).toMatchObject({
    ...{ cut: true, broken: true, usage_doubt: "clamped" },
    ...{ answered_by: served.model, service_tier: "priority", inference_geo: "us" },
  });
  expect(await priceAnswer(SONNET, { ...SAID, stop: "length" as const }, NOW)).not.toHaveProperty("broken");
});

test("an answer that is too long for a row is cut and marked", async () => {
  const longest = await priceAnswer(SONNET, { ...SAID, text: "a".repeat(60_000) }, NOW);
  expect(longest).not.toHaveProperty("cut");
  const cut = await priceAnswer(SONNET, { ...SAID, text: "a".repeat(60_001) }, NOW);
  expect(cut.cut).toBe(true);
  expect(cut.text.length).toBeLessThanOrEqual(60_000);
});

test("a failed call has tokens and a cost only if the provider reported them", async () => {
  const refused = new LatchkeyError("refused", { tokens: TOKENS });
  expect(await priceFailure(SONNET, refused, NOW)).toMatchObject({ tokens_in: 1_000, cost_nano_usd: cost(TOKENS) });
  expect(await priceFailure(SONNET, new LatchkeyError("refused"), NOW)).toBeUndefined();
  const unlisted = { provider: "anthropic", model_name: "claude-unlisted" } as const;
  expect(await priceFailure(unlisted, refused, NOW)).toMatchObject({ cost_nano_usd: null });
});
