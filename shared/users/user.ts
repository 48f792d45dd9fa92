import * as z from "zod/mini";
import { provider } from "../api/fields.ts";

/** One account. `user_id` is the `sub` of the user pool; whether the e-mail is proved is kept there, not here. */
export const user = z.object({
  user_id: z.string(),
  email: z.string(),
  name: z.string(),
  created_at: z.string(),
  /** Which key answers for agents that name none; unset: the oldest. */
  default_provider: z.optional(provider),
  /** What the owner's keys may spend in a UTC month; null or unset: no limit. */
  monthly_budget_usd: z.nullish(z.number()),
});
export type User = z.infer<typeof user>;
