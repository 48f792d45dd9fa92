import { type Provider as PriceList, TieredPrices } from "@pydantic/genai-prices";
import { anthropicPrices } from "./anthropic/prices.ts";
import { geminiPrices } from "./gemini/prices.ts";
import { openaiPrices } from "./openai/prices.ts";
import type { OwnPrice, Rates } from "./price-row.ts";
import type { Provider } from "./registry.ts";

/** A run priced by our own rows records this day. Change it whenever a row changes. */
export const OWN_SOURCE = "latchkey 2026-11-28";

const ROWS: Partial<Record<Provider, readonly OwnPrice[]>> = {
  openai: openaiPrices,
  gemini: geminiPrices,
  anthropic: anthropicPrices,
};

/** Our rows in the form of the list, so that one library computes both. Undefined for a provider without rows. */
export function ownPriceList(provider: Provider): PriceList | undefined {
  return LISTS.get(provider);
}

const LISTS: ReadonlyMap<string, PriceList> = new Map(
  Object.entries(ROWS).map(([id, rows]) => [id, { id, name: id, api_pattern: "$^", models: rows.map(toModel) }]),
);

function toModel({ id, models, contextWindow, from, ...row }: OwnPrice): PriceList["models"][number] {
  const prices = toPrices(row);
  return {
    id,
    match: { regex: models.source },
    ...(contextWindow && { context_window: contextWindow }),
    prices: from
      ? [
          { prices },
          { constraint: { type: "start_date", start_date: from.day }, prices: toPrices({ ...row, rates: from.rates }) },
        ]
      : prices,
  };
}

function toPrices({ rates, above }: Pick<OwnPrice, "rates" | "above">) {
  const step = (of: (each: Rates) => number | undefined) => {
    const base = of(rates);
    const price = above && of(above.rates);
    if (base === undefined || price === undefined) return base;
    return new TieredPrices({ base, tiers: [{ start: above?.tokens ?? 0, price }] });
  };
  const cached = step((each) => each.cached);
  const written = step((each) => each.cacheWrite);
  return {
    input_mtok: step((each) => each.input),
    output_mtok: step((each) => each.output),
    ...(cached !== undefined && { cache_read_mtok: cached }),
    ...(written !== undefined && { cache_write_mtok: written }),
  };
}
