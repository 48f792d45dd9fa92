import type { OwnPrice } from "../price-row.ts";

/** "Prompts with more than 272K input tokens cost 2x for input and cache tokens and 1.5x for output." */
const LONG = 272_000;

/**
 * https://developers.openai.com/api/docs/pricing, as quoted by litellm 1.110.2 and the Python package genai-prices
 * 0.2.3 (compared on 2026-11-28). The installed list has only two families of fine-tuned models, without their prices
 * for cached tokens.
 */
export const openaiPrices: readonly OwnPrice[] = [
  {
    id: "gpt-6.1-sol",
    models: /^gpt-6\.1-sol(-\d{4}-\d{2}-\d{2})?$/,
    rates: { input: 2, cached: 0.1, cacheWrite: 2.5, output: 10 },
    above: { tokens: LONG, rates: { input: 4, cached: 0.2, cacheWrite: 5, output: 15 } },
    contextWindow: 1_050_000,
  },
  {
    id: "gpt-6.1-terra",
    models: /^gpt-6\.1-terra(-\d{4}-\d{2}-\d{2})?$/,
    rates: { input: 1, cached: 0.05, cacheWrite: 1.25, output: 5 },
    above: { tokens: LONG, rates: { input: 2, cached: 0.1, cacheWrite: 2.5, output: 7.5 } },
    contextWindow: 1_050_000,
  },
  tuned("gpt-4o-mini", { input: 0.3, cached: 0.15, output: 1.2 }),
  tuned("gpt-4o-2024-08-06", { input: 3.75, cached: 1.875, output: 15 }),
  tuned("gpt-4.1-mini", { input: 0.8, cached: 0.2, output: 3.2 }),
  tuned("gpt-4.1-nano", { input: 0.2, cached: 0.05, output: 0.8 }),
  tuned("gpt-4.1-2025-04-14", { input: 3, cached: 0.75, output: 12 }),
  tuned("o4-mini", { input: 4, cached: 1, output: 16 }),
];

/** `ft:gpt-4o-mini-2024-07-18:my-org::id` */
function tuned(base: string, rates: OwnPrice["rates"]): OwnPrice {
  const begins = base.replaceAll(".", "\\.");
  return { id: `ft:${base}`, models: new RegExp(`^ft:${begins}(-\\d+)*:`), rates };
}
