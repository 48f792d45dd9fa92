import { type FoundPrice, findPrice, PRICE_SOURCE, rateForLength } from "./find-price.ts";
import { OWNER_SOURCE, type OwnerPrice, ownerPriceFor } from "./owner-price.ts";
import type { Provider } from "./registry.ts";
import type { Tokens } from "./tokens.ts";

export { PRICE_SOURCE };

/** The cost of one call, with the prices for this many tokens on that day. */
export type Price = {
  /** In 1e-9 USD, as an integer, so that sums are exact. */
  cost_nano_usd: number;
  usd_per_million_input: number;
  usd_per_million_cached: number;
  /** Set if tokens were written into the provider's cache. */
  usd_per_million_cache_write?: number;
  usd_per_million_output: number;
  /** The factor on the list's prices for the place where the provider worked. */
  factor?: number;
  /** The model's name in the list. */
  priced_as: string;
  /** The list with its version, our rows with their day, or `owner`. */
  source: string;
};

/**
 * Returns the cost of a call. It is null if no list knows the model and the owner entered no price: an unknown cost is
 * not 0.
 * @param given the owner's price; a list that knows the model takes precedence
 */
export function priceOf(
  provider: Provider,
  model: string,
  tokens: Tokens,
  at: Date,
  given?: OwnerPrice | undefined,
): Price | null {
  const usage = {
    input_tokens: tokens.input,
    cache_read_tokens: tokens.cached,
    cache_write_tokens: tokens.cacheWritten ?? 0,
    output_tokens: tokens.output,
  };
  const found = findPrice(provider, model, usage, at);
  const listed = found && listedPrice(found, tokens);
  if (listed) return listed;
  const own = ownerPriceFor(given, model);
  return own ? ownersPrice(own, tokens) : null;
}

function listedPrice({ usd, price, name, source }: FoundPrice, tokens: Tokens): Price | undefined {
  const input = rateForLength(price["input_mtok"], tokens.input);
  const output = rateForLength(price["output_mtok"], tokens.input);
  if (input === undefined || output === undefined) return undefined;
  return {
    cost_nano_usd: Math.round(usd * 1e9),
    usd_per_million_input: input,
    usd_per_million_cached: rateForLength(price["cache_read_mtok"], tokens.input) ?? input,
    ...(tokens.cacheWritten && {
      usd_per_million_cache_write: rateForLength(price["cache_write_mtok"], tokens.input) ?? input,
    }),
    usd_per_million_output: output,
    priced_as: name,
    source,
  };
}

/** Owners cannot enter a price for cache writes, so these count as input. */
function ownersPrice(given: OwnerPrice, { input, cached, output }: Tokens): Price {
  const {
    model,
    usd_per_million_input,
    usd_per_million_cached = usd_per_million_input,
    usd_per_million_output,
  } = given;
  const usdPerMillion =
    (input - cached) * usd_per_million_input + cached * usd_per_million_cached + output * usd_per_million_output;
  return {
    cost_nano_usd: Math.round(usdPerMillion * 1_000),
    usd_per_million_input,
    usd_per_million_cached,
    usd_per_million_output,
    priced_as: model,
    source: OWNER_SOURCE,
  };
}
