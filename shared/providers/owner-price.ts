import * as z from "zod/mini";

const usd = z.number().check(z.gte(0));

/** What an owner pays for a model that no list knows, in USD per million tokens. It holds for this model alone. */
export const ownerPrice = z.object({
  model: z.string(),
  usd_per_million_input: usd,
  /** Left out: as other input. */
  usd_per_million_cached: z.optional(usd),
  usd_per_million_output: usd,
});
export type OwnerPrice = z.infer<typeof ownerPrice>;

/** What a price that its owner gave says it comes from. */
export const OWNER_SOURCE = "owner";

/** A price that was given for another model says nothing of this one. */
export function givenFor(price: OwnerPrice | undefined, model: string): OwnerPrice | undefined {
  return price?.model === model ? price : undefined;
}
