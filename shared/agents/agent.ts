import * as z from "zod/mini";
import { provider } from "../providers/provider.ts";
import { otherAddresses } from "./address-list.ts";
import { officeHours } from "./office-hours.ts";

/** What an agent does with a mail: answers it, or keeps it for one summary a day, which goes only to the owner. */
export const agentType = z.enum(["email_inbound", "email_digest"]);

/** Whether an answer is sent at once, or waits as a draft for the owner's approval. */
export const agentMode = z.enum(["auto_reply", "draft"]);
export type AgentMode = z.infer<typeof agentMode>;

/** The limits of an agent whose owner named none: plenty for a person, and the end of a loop. */
export const CAPS = { perHour: 6, perDay: 20, perDomainPerHour: 60 } as const;

/** The row of an agent. Only its `user_id` decides whose key answers. */
export const agent = z.object({
  user_id: z.string(),
  agent_id: z.string(),
  name: z.string(),
  /** A type that a later release has stored is unknown here, and so are the steps for its mails. */
  type: z.catch(z.enum([...agentType.options, "unknown"]), "unknown"),
  /** The first address: random unless the owner chose one, and never derived from the name. */
  address: z.string(),
  other_addresses: z._default(otherAddresses, []),
  /** Counts the changes of the addresses, which are made on top of what was read. */
  addresses_version: z._default(z.number(), 0),
  /** The address that all answers leave from. Null: each leaves from the one that its mail came to. */
  answer_from: z._default(z.nullable(z.string()), null),
  mode: z._default(agentMode, "auto_reply"),
  instructions: z.string(),
  /** Which of the owner's keys answers. Null follows the owner's default. */
  provider: z.nullable(provider),
  /** The provider to ask when the first one cannot answer. It is skipped if the owner has no key for it. */
  fallback_provider: z._default(z.nullable(provider), null),
  max_mails_per_day: z.number(),
  /** The most that the agent's answers may cost in a UTC day. Null: the agent has no such limit. */
  max_usd_per_day: z._default(z.nullable(z.number()), null),
  max_replies_per_correspondent_per_hour: z._default(z.number(), CAPS.perHour),
  max_replies_per_correspondent_per_day: z._default(z.number(), CAPS.perDay),
  max_replies_per_domain_per_hour: z._default(z.number(), CAPS.perDomainPerHour),
  form_domains: z._default(z.array(z.string()), []),
  answer_only: z._default(z.array(z.string()), []),
  /** True once the agent's owner has denied a sender, so that a mail to any other agent need not be looked up. */
  denies_senders: z._default(z.boolean(), false),
  /** Whether the first answers to a sender whom the agent has never answered wait for their owner. */
  draft_first_mails: z._default(z.boolean(), false),
  /** Null: it answers at any time. The hours are those of `time_zone`. */
  office_hours: z._default(z.nullable(officeHours), null),
  quote_original: z._default(z.boolean(), false),
  /** Whether the agent keeps silent in threads in which its owner answers from a connected mailbox. */
  quiet_threads: z._default(z.boolean(), true),
  /** When a digest's summary is made: the hour of the day in its time zone. */
  summary_hour: z._default(z.number(), 8),
  time_zone: z._default(z.string(), "UTC"),
  is_active: z.boolean(),
  /** Set when the platform switched the agent off, not its owner. */
  paused_reason: z._default(z.nullable(z.literal("complaints")), null),
  /** When the platform last switched it off. */
  paused_at: z.optional(z.string()),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Agent = z.infer<typeof agent>;
