import * as z from "zod/mini";
import { agentMode, agentType, CAPS } from "../agents/agent.ts";
import { isTimeZone } from "../agents/summary-time.ts";
import { holdsNoKey } from "../ai-configs/key-in-text.ts";
import { blockedRow } from "../correspondents/blocked-row.ts";
import { provider } from "../providers/provider.ts";
import { chosenAddress } from "./address-schemas.ts";
import { id, mailboxOrDomain, mailDomain, oneLine, timestamp, usd } from "./fields.ts";

const instructions = z.string().check(z.maxLength(8_000), holdsNoKey);
/** A mail gets at most one answer, so this bounds the calls of an agent in a UTC day. */
const maxMailsPerDay = z.number().check(z.int(), z.gte(1), z.lte(10_000));
/** The caps that end a mail loop: answers to one correspondent per hour and UTC day, and to one domain per hour. */
const perHour = z.number().check(z.int(), z.gte(1), z.lte(60));
const perDay = z.number().check(z.int(), z.gte(1), z.lte(200));
const perDomainPerHour = z.number().check(z.int(), z.gte(1), z.lte(600));
/**
 * The domains whose mails may name another address in Reply-To, which then gets the answer. Web forms write in their own
 * name, and people in organisations name a colleague. A mailbox provider's domain is refused.
 */
const formDomains = z.array(mailDomain).check(z.maxLength(20));
/** The only mailboxes and domains that get automatic answers. Empty means everybody. */
const answerOnly = z.array(mailboxOrDomain).check(z.maxLength(100));

/** The hour of the day at which a summary is made, in the agent's time zone. */
const summaryHour = z.number().check(z.int(), z.gte(0), z.lte(23));
const timeZone = z
  .string()
  .check(z.maxLength(64), z.refine(isTimeZone, "must be a time zone, such as Europe/Berlin or UTC"));

export const createAgentBody = z.strictObject({
  name: oneLine(80),
  type: agentType,
  /** The agent's address: a name such as `support-acme`, or the whole. Left out, it is random. */
  address: chosenAddress,
  mode: z._default(agentMode, "auto_reply"),
  instructions: z._default(instructions, ""),
  /** Which of the owner's keys answers. Null follows the owner's default. */
  provider: z._default(z.nullable(provider), null),
  /** Which of the owner's keys answers if the first provider is down, too busy, or lacks the model. */
  fallbackProvider: z._default(z.nullable(provider), null),
  maxMailsPerDay: z._default(maxMailsPerDay, 1_000),
  /** The most that its answers may cost in a UTC day. Null means no limit. */
  maxUsdPerDay: z._default(z.nullable(usd), null),
  maxRepliesPerCorrespondentPerHour: z._default(perHour, CAPS.perHour),
  maxRepliesPerCorrespondentPerDay: z._default(perDay, CAPS.perDay),
  maxRepliesPerDomainPerHour: z._default(perDomainPerHour, CAPS.perDomainPerHour),
  formDomains: z._default(formDomains, []),
  answerOnly: z._default(answerOnly, []),
  /** Whether the reply quotes the mail below the answer. */
  quoteOriginal: z._default(z.boolean(), false),
  /** For `email_digest`: when the day's summary is made. */
  summaryHour: z._default(summaryHour, 8),
  timeZone: z._default(timeZone, "UTC"),
});

export const patchAgentBody = z.strictObject({
  name: z.optional(oneLine(80)),
  mode: z.optional(agentMode),
  instructions: z.optional(instructions),
  provider: z.optional(z.nullable(provider)),
  fallbackProvider: z.optional(z.nullable(provider)),
  maxMailsPerDay: z.optional(maxMailsPerDay),
  maxUsdPerDay: z.optional(z.nullable(usd)),
  maxRepliesPerCorrespondentPerHour: z.optional(perHour),
  maxRepliesPerCorrespondentPerDay: z.optional(perDay),
  maxRepliesPerDomainPerHour: z.optional(perDomainPerHour),
  formDomains: z.optional(formDomains),
  answerOnly: z.optional(answerOnly),
  quoteOriginal: z.optional(z.boolean()),
  summaryHour: z.optional(summaryHour),
  timeZone: z.optional(timeZone),
  isActive: z.optional(z.boolean()),
});

export const agentRow = z.object({
  id: z.string(),
  user_id: z.string(),
  name: z.string(),
  /** `unknown`: a newer release stored the type. Its mails wait. */
  type: z.enum([...agentType.options, "unknown"]),
  /** The primary address. */
  address: z.string(),
  other_addresses: z.array(z.object({ address: z.string(), ends_at: z.optional(timestamp) })),
  mode: agentMode,
  instructions: z.string(),
  provider: z.nullable(provider),
  fallback_provider: z.nullable(provider),
  max_mails_per_day: z.number(),
  max_usd_per_day: z.nullable(z.number()),
  max_replies_per_correspondent_per_hour: z.number(),
  max_replies_per_correspondent_per_day: z.number(),
  max_replies_per_domain_per_hour: z.number(),
  form_domains: z.array(z.string()),
  answer_only: z.array(z.string()),
  quote_original: z.boolean(),
  summary_hour: z.number(),
  time_zone: z.string(),
  is_active: z.boolean(),
  /** Set if Latchkey switched the agent off because too many recipients marked its answers as spam. */
  paused_reason: z.nullable(z.literal("complaints")),
  /** Sentences about settings that hold every mail, e.g. a budget without room for one answer. */
  warnings: z.optional(z.array(z.string())),
  created_at: timestamp,
  updated_at: timestamp,
});

/** The owner's question to the agent in a test mail. */
export const testMailBody = z.strictObject({
  subject: z._default(oneLine(200), "Test mail"),
  text: z._default(
    z.string().check(z.trim(), z.minLength(1), z.maxLength(8_000), holdsNoKey),
    "Hello! What can you help me with?",
  ),
});
export const testMailSent = z.object({ run_id: z.string() });

export const agentList = z.object({ agents: z.array(agentRow) });
export const agentParams = z.strictObject({ id });

export const blockedList = z.object({ blocked: z.array(blockedRow) });
export const blockedParams = z.strictObject({ id, correspondent: id });
