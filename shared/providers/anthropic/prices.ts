import type { OwnPrice } from "../price-row.ts";

/**
 * https://platform.claude.com/docs/en/about-claude/pricing and /docs/en/models/sonnet-5-5/overview, as quoted by
 * litellm 1.110.2 and the Python package genai-prices 0.2.3 (compared on 2026-11-28).
 */
export const anthropicPrices: readonly OwnPrice[] = [
  {
    id: "claude-sonnet-5-5",
    models: /^claude-sonnet-5-5(-\d{8})?$/,
    rates: { input: 2, cached: 0.1, cacheWrite: 2.5, output: 10 },
    contextWindow: 1_000_000,
  },
  {
    // "Every token in a request whose prompt exceeds 100,000 tokens is billed at the higher rate."
    id: "claude-haiku-5-5",
    models: /^claude-haiku-5-5(-\d{8})?$/,
    rates: { input: 0.1, cached: 0.01, cacheWrite: 0.125, output: 0.5 },
    above: { tokens: 100_000, rates: { input: 0.5, cached: 0.05, cacheWrite: 0.625, output: 2.5 } },
    contextWindow: 1_000_000,
  },
];
