import * as z from "zod/mini";
import { agentMode, agentType, CAPS } from "../api/agent-schemas.ts";
import { provider } from "../api/fields.ts";

/** The row of an agent. Its `user_id` is the only thing that says whose key answers for it. */
export const agent = z.object({
  user_id: z.string(),
  agent_id: z.string(),
  name: z.string(),
  /** What a later release has stored is unknown here, and so is what to do with its mails. */
  type: z.catch(z.enum([...agentType.options, "unknown"]), "unknown"),
  /** Never made of the name: no text of a user is part of a table key, and a name would tell strangers of the agent. */
  address: z.string(),
  mode: z._default(agentMode, "auto_reply"),
  instructions: z.string(),
  /** Which of the owner's keys answers; null follows the owner's default. */
  provider: z.nullable(provider),
  /** Asked where the first cannot answer; a provider without a key of this owner is passed over. */
  fallback_provider: z._default(z.nullable(provider), null),
  max_mails_per_day: z.number(),
  /** What its answers may cost in a UTC day; null: no limit of its own. */
  max_usd_per_day: z._default(z.nullable(z.number()), null),
  max_replies_per_correspondent_per_hour: z._default(z.number(), CAPS.perHour),
  max_replies_per_correspondent_per_day: z._default(z.number(), CAPS.perDay),
  max_replies_per_domain_per_hour: z._default(z.number(), CAPS.perDomainPerHour),
  form_domains: z._default(z.array(z.string()), []),
  answer_only: z._default(z.array(z.string()), []),
  quote_original: z._default(z.boolean(), false),
  /** When a digest's summary is made: the hour of the day in this time zone. */
  summary_hour: z._default(z.number(), 8),
  time_zone: z._default(z.string(), "UTC"),
  is_active: z.boolean(),
  /** Set when we switched it off, not its owner. */
  paused_reason: z._default(z.nullable(z.literal("complaints")), null),
  /** When we last did. */
  paused_at: z.optional(z.string()),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Agent = z.infer<typeof agent>;
