import * as z from "zod/mini";

const usd = z.number().check(z.gte(0));

/** The owner's price for a model that no list knows, in USD per million tokens. It applies to this model only. */
export const ownerPrice = z.object({
  model: z.string(),
  usd_per_million_input: usd,
  /** If omitted, cached tokens cost the same as other input. */
  usd_per_million_cached: z.optional(usd),
  usd_per_million_output: usd,
});
export type OwnerPrice = z.infer<typeof ownerPrice>;

/** The recorded source of a price that the owner entered. */
export const OWNER_SOURCE = "owner";

/** The owner's price, if it is for this model. */
export function ownerPriceFor(price: OwnerPrice | undefined, model: string): OwnerPrice | undefined {
  return price?.model === model ? price : undefined;
}
