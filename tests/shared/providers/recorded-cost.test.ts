import { afterAll, expect, it } from "vitest";
import { priceFor } from "../../../functions/agent-runner/call/price-for.ts";
import { priceOf } from "../../../shared/providers/price.ts";
import type { Provider } from "../../../shared/providers/registry.ts";
import { ask } from "../../support/providers/calls.ts";
import { startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";
import { ANSWERS } from "../../support/providers/wire-answers.ts";

const DAY = new Date("2026-11-23T12:00:00Z");
const server = await startFaultServer();
const net = redirectProviders(() => server.url);
afterAll(async () => {
  net.restore();
  await server.stop();
});

/** Usage as OpenAI reports it: cached, written and reasoning tokens are included in the two totals. */
const openai = (prompt: number, completion: number, { cached = 0, written = 0, reasoning = 0 } = {}) => ({
  ...ANSWERS.openai,
  usage: {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0, ...(written && { cache_write_tokens: written }) },
    completion_tokens_details: { reasoning_tokens: reasoning, audio_tokens: 0 },
  },
});

/** Gemini: cached tokens are included in the prompt's, thoughts are separate from the candidates'. */
const gemini = (prompt: number, candidates: number, { cached = 0, thoughts = 0 } = {}) => ({
  ...ANSWERS.gemini,
  usageMetadata: {
    promptTokenCount: prompt,
    candidatesTokenCount: candidates,
    totalTokenCount: prompt + candidates + thoughts,
    // Gemini omits counts of zero.
    ...(cached && { cachedContentTokenCount: cached }),
    ...(thoughts && { thoughtsTokenCount: thoughts }),
  },
});

/** Anthropic: tokens read from the cache or written into it are separate from the input. */
const anthropic = (input: number, output: number, { read = 0, written = 0, thinking = 0 } = {}) => ({
  ...ANSWERS.anthropic,
  usage: {
    input_tokens: input,
    cache_creation_input_tokens: written,
    cache_read_input_tokens: read,
    output_tokens: output,
    ...(thinking && { output_tokens_details: { thinking_tokens: thinking } }),
    service_tier: "standard",
  },
});

/**
 * One answer of each model in its provider's own form, with its cost computed by hand from the prices on the
 * providers' pages, in USD per million tokens: a token at 1 USD per million costs 1,000 of 1e-9 USD.
 */
const RECORDED: [Provider, string, object, nanoUsd: number][] = [
  // 412 × 30 + 287 × 60
  ["openai", "gpt-4", openai(412, 287), 12_360_000 + 17_220_000],
  // 1,033 × 0.5 + 201 × 1.5
  ["openai", "gpt-3.5-turbo", openai(1_033, 201), 516_500 + 301_500],
  // 1,024 cached × 1.25 + 276 × 2.5 + 95 × 10
  ["openai", "gpt-4o", openai(1_300, 95, { cached: 1_024 }), 1_280_000 + 690_000 + 950_000],
  // 777 × 0.15 + 333 × 0.6
  ["openai", "gpt-4o-mini", openai(777, 333), 116_550 + 199_800],
  // 2,048 cached × 0.5 + 52 × 2 + 410 × 8
  ["openai", "gpt-4.1", openai(2_100, 410, { cached: 2_048 }), 1_024_000 + 104_000 + 3_280_000],
  // 1,024 cached × 0.125 + 176 × 1.25 + 900 × 10, of which 832 were reasoning
  ["openai", "gpt-5", openai(1_200, 900, { cached: 1_024, reasoning: 832 }), 128_000 + 220_000 + 9_000_000],
  // 640 × 0.25 + 512 × 2
  ["openai", "gpt-5-mini", openai(640, 512, { reasoning: 448 }), 160_000 + 1_024_000],
  // 900 × 2 + 1,500 × 8
  ["openai", "o3", openai(900, 1_500, { reasoning: 1_280 }), 1_800_000 + 12_000_000],
  // 1,024 read × 0.4 + 2,048 written × 5 + 128 × 4 + 300 × 20
  [
    "openai",
    "gpt-5.6-sol",
    openai(3_200, 300, { cached: 1_024, written: 2_048 }),
    409_600 + 10_240_000 + 512_000 + 6_000_000,
  ],
  // 300,000 is above 271,999: 300,000 × 10 + 100 × 45
  ["openai", "gpt-5.5", openai(300_000, 100), 3_000_000_000 + 4_500_000],
  // 512 × 0.1 + 64 × 0.4
  ["gemini", "gemini-2.0-flash", gemini(512, 64), 51_200 + 25_600],
  // 1,024 cached × 0.03 + 176 × 0.3 + (44 + 256) × 2.5
  ["gemini", "gemini-2.5-flash", gemini(1_200, 44, { cached: 1_024, thoughts: 256 }), 30_720 + 52_800 + 750_000],
  // 800 × 1.25 + (120 + 1,000) × 10
  ["gemini", "gemini-2.5-pro", gemini(800, 120, { thoughts: 1_000 }), 1_000_000 + 11_200_000],
  // above 200,000: 250,000 × 2.5 + 500 × 15
  ["gemini", "gemini-2.5-pro", gemini(250_000, 500), 625_000_000 + 7_500_000],
  // 333 × 0.1 + 222 × 0.4
  ["gemini", "gemini-2.5-flash-lite", gemini(333, 222), 33_300 + 88_800],
  // 1,000 × 2 + (50 + 450) × 12
  ["gemini", "gemini-3-pro-preview", gemini(1_000, 50, { thoughts: 450 }), 2_000_000 + 6_000_000],
  // 300 × 3 + 1,024 read × 0.3 + 200 × 15
  ["anthropic", "claude-sonnet-4-5", anthropic(300, 200, { read: 1_024 }), 900_000 + 307_200 + 3_000_000],
  // 76 × 5 + 1,024 read × 0.5 + 100 written × 6.25 + 300 × 25
  [
    "anthropic",
    "claude-opus-5",
    anthropic(76, 300, { read: 1_024, written: 100, thinking: 256 }),
    380_000 + 512_000 + 625_000 + 7_500_000,
  ],
  // 50 × 15 + 1,500 written × 18.75 + 80 × 75
  ["anthropic", "claude-opus-4-1", anthropic(50, 80, { written: 1_500 }), 750_000 + 28_125_000 + 6_000_000],
  // 1,111 × 1 + 99 × 5
  ["anthropic", "claude-haiku-4-5", anthropic(1_111, 99), 1_111_000 + 495_000],
  // above 200,000 in all: 1,000 × 6 + 210,000 read × 0.6 + 10 × 22.5
  ["anthropic", "claude-sonnet-4-5", anthropic(1_000, 10, { read: 210_000 }), 6_000_000 + 126_000_000 + 225_000],
];

it.each(RECORDED)(
  "an answer of %s's %s costs what its usage says, to the nano-dollar",
  async (provider, model, body, cost) => {
    server.say({ status: 200, body });
    const { tokens } = await ask(provider, { model });
    expect((await priceFor({ provider, model_name: model }, tokens, DAY))?.cost_nano_usd).toBe(cost);
  },
);

it("the table has more than 12 models, from all three providers", () => {
  expect(new Set(RECORDED.map(([, model]) => model)).size).toBeGreaterThan(12);
  expect(new Set(RECORDED.map(([provider]) => provider)).size).toBe(3);
});

it("the stored prices give the stored cost, also with tokens written into a cache", () => {
  const tokens = { input: 1_200, output: 300, cached: 1_024, cacheWritten: 100, reasoning: 0 };
  const price = priceOf("anthropic", "claude-opus-5", tokens, DAY);
  expect(price).toMatchObject({
    usd_per_million_input: 5,
    usd_per_million_cached: 0.5,
    usd_per_million_cache_write: 6.25,
    usd_per_million_output: 25,
  });
});
