import type { ModelPrice } from "@pydantic/genai-prices";
import { findPrice } from "./find-price.ts";
import { type OwnerPrice, ownerPriceFor } from "./owner-price.ts";
import type { Provider } from "./registry.ts";

/** The most tokens that a call can use. A call that uses fewer, however they are split, must not cost more. */
export type MostTokens = { input: number; output: number };

/** A price may change during a call: Gemini's doubles with the first minute of a month. */
const LATEST_PRICE_MS = 60 * 60_000;

/**
 * The highest possible cost of a call, in 1e-9 USD. All input is priced at the highest price for input (fresh, read
 * from a cache or written into one) and at the highest step that its length can reach, and all output at its highest
 * step. Null if no price of the model is known.
 */
export function priceCeilingOf(
  provider: Provider,
  model: string,
  { input, output }: MostTokens,
  at: Date,
  given?: OwnerPrice | undefined,
): number | null {
  const days = [at, new Date(at.getTime() + LATEST_PRICE_MS)];
  const prices = days.map(
    (day) => findPrice(provider, model, {}, day)?.price ?? ownersRates(ownerPriceFor(given, model)),
  );
  const known = prices.filter((price) => price?.["input_mtok"] !== undefined && price["output_mtok"] !== undefined);
  if (known.length === 0) return null;
  const dearest = (...names: string[]) =>
    Math.max(...known.flatMap((price) => names.map((name) => highestRate(price?.[name], input))));
  const perInput = dearest("input_mtok", "cache_read_mtok", "cache_write_mtok");
  return Math.ceil(input * perInput * 1_000 + output * dearest("output_mtok") * 1_000);
}

/** The highest price that this much input, or less, can have. */
function highestRate(price: ModelPrice[string], input: number): number {
  if (price === undefined) return 0;
  if (typeof price === "number") return price;
  return Math.max(price.base, ...price.tiers.filter(({ start }) => input > start).map((tier) => tier.price));
}

function ownersRates(given: OwnerPrice | undefined): ModelPrice | undefined {
  return (
    given && {
      input_mtok: given.usd_per_million_input,
      cache_read_mtok: given.usd_per_million_cached,
      output_mtok: given.usd_per_million_output,
    }
  );
}
