import * as z from "zod/mini";

/** What a report adds up by. */
export const GROUPS = ["day", "agent", "provider", "model", "payer"] as const;

/** What a report says of a group, and of all. */
export const usageNumbers = z.object({
  /** Mails that got a paid answer from the provider. */
  mails: z.number(),
  /** Those of them that the platform's key paid for. */
  mails_platform: z.number(),
  tokens_in: z.number(),
  tokens_out: z.number(),
  /** Part of tokens_in that the provider read from its cache. */
  tokens_cached: z.number(),
  /** Part of tokens_out that the model spent on reasoning. */
  tokens_reasoning: z.number(),
  /** What the owner's keys paid for the answers whose model has a listed price, in USD; null when none has. */
  cost_usd: z.nullable(z.number()),
  /** The same of the platform's key; it is in no `cost_usd`. 0 where that key was not used. */
  platform_cost_usd: z.nullable(z.number()),
  /** Answers whose model has no listed price; their cost is in no sum. */
  mails_unpriced: z.number(),
  /** Calls that gave no answer to send; the provider may have charged for them. What it reported is in the sums above. */
  calls_lost: z.number(),
});
