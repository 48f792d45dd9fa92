import * as z from "zod/mini";
import { cursor, oneLine, timestamp } from "./fields.ts";

/** At least one cent: a budget of 0 would work as a switch, and each agent has its own. */
const monthlyBudgetUsd = z.nullable(z.number().check(z.gte(0.01), z.lte(100_000)));

export const patchAccountBody = z.strictObject({
  name: z.optional(oneLine(100)),
  /** The most that the user's keys may spend in a UTC month. Null removes the limit. */
  monthlyBudgetUsd: z.optional(monthlyBudgetUsd),
});

export const accountRow = z.object({
  id: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  name: z.string(),
  created_at: timestamp,
  monthly_budget_usd: z.nullable(z.number()),
  /** The cost of the user's keys in this UTC month, in USD, for answers of models with a listed price. */
  month_cost_usd: z.number(),
  /**
   * Other parts of the month's budget that are in use, in USD. `open_usd`: reserved for running calls; counted or
   * returned when they end. `lost_usd`: the highest cost of calls whose answers were lost; it stays until the month
   * ends.
   */
  month_set_aside: z.object({ open_usd: z.number(), lost_usd: z.number() }),
  /** Answers of this month whose model has no listed price; their cost is not in the sum. */
  month_mails_unpriced: z.number(),
  /** Sentences about settings that hold every mail: a budget that has no room for one answer. */
  warnings: z.array(z.string()),
  /**
   * The team's own key, for users with a confirmed address and without a key of their own. Null if the team offers
   * none.
   */
  platform_key: z.nullable(z.object({ available: z.boolean(), mails_per_month: z.number(), mails_used: z.number() })),
});

/** The current password, because a stolen token must not be enough to delete an account. */
export const deleteAccountBody = z.strictObject({ password: z.string().check(z.minLength(1), z.maxLength(256)) });

export const EXPORT_SECTIONS = [
  "account",
  "ai_configurations",
  "agents",
  "runs",
  "usage",
  "domains",
  "blocked",
  "mailboxes",
  "quiet_threads",
  "denied_senders",
  "api_tokens",
  "webhooks",
  "webhook_deliveries",
] as const;

/** Without a cursor, the export starts at the beginning. */
export const exportQuery = z.strictObject({ cursor: z.optional(cursor) });

/** One page of one section. Sections follow the order of their list, and an empty section has one empty page. */
export const exportPage = z.object({
  section: z.enum(EXPORT_SECTIONS),
  rows: z.array(z.record(z.string(), z.unknown())),
  next_cursor: z.nullable(z.string()),
});
