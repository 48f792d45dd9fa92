import * as z from "zod/mini";
import { day } from "./fields.ts";

export const GROUPS = ["day", "agent", "provider", "model", "payer"] as const;

/** Whose key a call was made with. */
export const PAYERS = ["owner", "platform"] as const;
export const paidBy = z.enum(PAYERS);
export type PaidBy = z.infer<typeof paidBy>;

/** Days are UTC and inclusive; without them, the last 30 days up to today. */
export const usageQuery = z.strictObject({
  from: z.optional(day),
  to: z.optional(day),
  group_by: z._default(z.enum(GROUPS), "day"),
});

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

export const usageReport = z.object({
  from: day,
  to: day,
  group_by: z.enum(GROUPS),
  total: usageNumbers,
  groups: z.array(z.extend(usageNumbers, { key: z.string() })),
});

/** The same groups as a table; a sum of its rows is the total, so the total is not one of them. */
export const usageCsv = {
  rows: "groups",
  columns: ["key", ...Object.keys(usageNumbers.shape)],
  filename: "usage.csv",
} as const;
