import { calcPrice, type ModelPrice } from "@pydantic/genai-prices";
import { OWN_SOURCE, ownPriceList } from "./own-prices.ts";
import { type Provider, providerOf } from "./registry.ts";

/** The list is part of an npm package and never fetched at run time. A run records which version priced it. */
export const PRICE_SOURCE = "@pydantic/genai-prices 0.1.8";

/** Token counts with the field names of the list. */
export type ListUsage = {
  input_tokens?: number;
  cache_read_tokens?: number;
  cache_write_tokens?: number;
  output_tokens?: number;
};

export type FoundPrice = { usd: number; price: ModelPrice; name: string; source: string };

/**
 * The price of the tokens on that day, from our own rows or else from the list. Undefined if neither knows the model.
 */
export function findPrice(provider: Provider, model: string, usage: ListUsage, at: Date): FoundPrice | undefined {
  const name = model.replace(/^models\//, "").toLowerCase();
  const own = ownPriceList(provider);
  const ours = own && calcPrice(usage, name, { provider: own, timestamp: at });
  if (ours) return { usd: ours.total_price, price: ours.model_price, name: ours.model.id, source: OWN_SOURCE };
  const { prices } = providerOf(provider);
  const listed = prices === null ? null : calcPrice(usage, name, { providerId: prices, timestamp: at });
  if (listed === null || isNewerVersion(name, listed.model.id)) return undefined;
  return { usd: listed.total_price, price: listed.model_price, name: listed.model.id, source: PRICE_SOURCE };
}

/**
 * The list matches some models by prefix and would price claude-sonnet-5-6 as claude-sonnet-5. A date suffix is not a
 * version.
 */
function isNewerVersion(name: string, listed: string): boolean {
  return name.startsWith(listed) && /^[-.]\d{1,2}(\D|$)/.test(name.slice(listed.length));
}

/** Some models cost more for long inputs: returns the price of the highest step that the input exceeds. */
export function rateForLength(price: ModelPrice[string], input: number): number | undefined {
  if (price === undefined || typeof price === "number") return price;
  return price.tiers.findLast((tier) => input > tier.start)?.price ?? price.base;
}
