import * as z from "zod/mini";
import { oneLine, timestamp } from "./fields.ts";

/** A cent at the least: a budget of 0 would be a switch, and an agent has one. */
const monthlyBudgetUsd = z.nullable(z.number().check(z.gte(0.01), z.lte(100_000)));

export const patchAccountBody = z.strictObject({
  name: z.optional(oneLine(100)),
  /** What the user's keys may spend in a UTC month; null takes the limit away. */
  monthlyBudgetUsd: z.optional(monthlyBudgetUsd),
});

export const accountRow = z.object({
  id: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  name: z.string(),
  created_at: timestamp,
  monthly_budget_usd: z.nullable(z.number()),
  /** What the user's keys have paid in this UTC month, in USD, for the answers whose model has a listed price. */
  month_cost_usd: z.number(),
  /** Answers of this month whose model has no listed price; their cost is not in the sum. */
  month_mails_unpriced: z.number(),
  /** The team's own key, for users who have none; null where the team offers none. */
  platform_key: z.nullable(z.object({ available: z.boolean(), mails_per_month: z.number(), mails_used: z.number() })),
});
