import type { Config } from "../../../shared/ai-configs/config.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { Price } from "../../../shared/providers/price.ts";
import type { Served } from "../../../shared/providers/served.ts";
import type { ReportedTokens } from "../../../shared/providers/tokens.ts";

/**
 * Returns the cost of a call at the price of the model that answered, or of the requested model if the list has only
 * that one. Null if no price is known. It never throws, because an answer that is already paid for must not be lost to
 * a pricing error.
 */
export async function priceFor(
  { provider, model_name, owner_price }: Pick<Config, "provider" | "model_name" | "owner_price">,
  { input, output, doubt: _, ...parts }: ReportedTokens,
  now: Date,
  { model, factor = 1 }: Served = {},
): Promise<Price | null> {
  if (input === null || output === null) return null;
  try {
    // The price list is large, so it is loaded here.
    const { priceOf } = await import("../../../shared/providers/price.ts");
    const named = (name: string) => priceOf(provider, name, { input, output, ...parts }, now, owner_price);
    const price = (model === undefined ? null : named(model)) ?? named(model_name);
    if (price === null || factor === 1) return price;
    return { ...price, cost_nano_usd: Math.round(price.cost_nano_usd * factor), factor };
  } catch (error) {
    log("price_failed", { provider, ...describeError(error) });
    return null;
  }
}
