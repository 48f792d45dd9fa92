import * as z from "zod/mini";
import { provider } from "../api/fields.ts";

/** The row of an agent. Its `user_id` is the only thing that says whose key answers for it. */
export const agent = z.object({
  user_id: z.string(),
  agent_id: z.string(),
  name: z.string(),
  type: z.literal("email_inbound"),
  /** Never made of the name: no text of a user is part of a table key, and a name would tell strangers of the agent. */
  address: z.string(),
  instructions: z.string(),
  /** Which of the owner's keys answers; null follows the owner's default. */
  provider: z.nullable(provider),
  max_mails_per_day: z.number(),
  is_active: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Agent = z.infer<typeof agent>;
