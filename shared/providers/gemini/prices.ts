import type { OwnPrice } from "../price-row.ts";

/** https://ai.google.dev/gemini-api/docs/pricing, as quoted by the sources of each row (compared on 2026-11-28). */
export const geminiPrices: readonly OwnPrice[] = [
  {
    // litellm 1.110.2, and the Python package genai-prices 0.2.3 for December: "Introductory rates apply through 2026-11-30."
    id: "gemini-4-argon",
    models: /^gemini-4-argon$/,
    rates: { input: 2, cached: 0.1, output: 10 },
    from: { day: "2026-12-01", rates: { input: 4, cached: 0.2, output: 20 } },
    contextWindow: 1_048_576,
  },
  {
    // litellm 1.110.2, and its announcement: https://github.com/BerriAI/litellm/discussions/51436
    id: "gemini-4-hydrogen",
    models: /^gemini-4-hydrogen$/,
    rates: { input: 1.5, cached: 0.075, output: 7.5 },
    contextWindow: 1_048_576,
  },
];
