import * as z from "zod/mini";
import { provider } from "../providers/provider.ts";

/** One account. `user_id` is the `sub` of the user pool. */
export const user = z.object({
  user_id: z.string(),
  /** As the user pool had it when the user last logged in. */
  email: z.string(),
  /**
   * Since when the user pool is known to have verified this address. If it is missing, no notice goes there. The pool
   * decides, and each log-in updates the row.
   */
  email_verified_at: z.optional(z.string()),
  name: z.string(),
  created_at: z.string(),
  /** Which key answers for agents that name none. Missing: the oldest. */
  default_provider: z.optional(provider),
  /** What the owner's keys may spend in a UTC month. Null or missing: no limit. */
  monthly_budget_usd: z.nullish(z.number()),
  /** No API token that was made until then works any more: a forgotten password was set anew. */
  tokens_ended_at: z.optional(z.string()),
  /** Set when the owner deletes the account. Nothing is done in its name any more, and soon it is gone. */
  deleting_at: z.optional(z.string()),
});
export type User = z.infer<typeof user>;
