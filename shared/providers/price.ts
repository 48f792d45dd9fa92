import { calcPrice, type ModelPrice } from "@pydantic/genai-prices";
import { type Provider, providerOf } from "./registry.ts";
import type { Tokens } from "./tokens.ts";

/** The list is part of the package and is never fetched: a run says by which version it was priced. */
export const PRICE_SOURCE = "@pydantic/genai-prices 0.1.8";

/** What one call cost, with the prices it was reckoned by, as they stood for this many tokens on that day. */
export type Price = {
  /** 1e-9 USD, whole: sums of it are exact. */
  cost_nano_usd: number;
  usd_per_million_input: number;
  usd_per_million_cached: number;
  /** Set where tokens were written into the provider's cache. */
  usd_per_million_cache_write?: number;
  usd_per_million_output: number;
  /** What the provider multiplies the list's prices with, for where it worked. */
  factor?: number;
  /** The list's name of the model. */
  priced_as: string;
  source: string;
};

/** Null when the list does not know the model: an unknown cost is not 0. */
export function priceOf(provider: Provider, model: string, tokens: Tokens, at: Date): Price | null {
  const { prices } = providerOf(provider);
  if (prices === null) return null;
  const name = model.replace(/^models\//, "").toLowerCase();
  const found = calcPrice(
    {
      input_tokens: tokens.input,
      cache_read_tokens: tokens.cached,
      cache_write_tokens: tokens.cacheWritten ?? 0,
      output_tokens: tokens.output,
    },
    name,
    { providerId: prices, timestamp: at },
  );
  if (found === null || isNewerVersion(name, found.model.id)) return null;
  const input = rate(found.model_price["input_mtok"], tokens.input);
  const output = rate(found.model_price["output_mtok"], tokens.input);
  if (input === undefined || output === undefined) return null;
  return {
    cost_nano_usd: Math.round(found.total_price * 1e9),
    usd_per_million_input: input,
    usd_per_million_cached: rate(found.model_price["cache_read_mtok"], tokens.input) ?? input,
    ...(tokens.cacheWritten && {
      usd_per_million_cache_write: rate(found.model_price["cache_write_mtok"], tokens.input) ?? input,
    }),
    usd_per_million_output: output,
    priced_as: found.model.id,
    source: PRICE_SOURCE,
  };
}

/** The list matches some models by prefix, and so takes claude-sonnet-5-5 for claude-sonnet-5. A date is no version. */
function isNewerVersion(name: string, listed: string): boolean {
  return name.startsWith(listed) && /^[-.]\d{1,2}(\D|$)/.test(name.slice(listed.length));
}

/** Some models cost more from a length of input on: the price of the highest step that the input is above. */
function rate(price: ModelPrice[string], input: number): number | undefined {
  if (price === undefined || typeof price === "number") return price;
  return price.tiers.findLast((tier) => input > tier.start)?.price ?? price.base;
}
