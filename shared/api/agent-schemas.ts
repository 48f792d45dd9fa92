import * as z from "zod/mini";
import { agentMode, agentType, CAPS } from "../agents/agent.ts";
import { officeHours } from "../agents/office-hours.ts";
import { holdsNoKey } from "../ai-configs/key-in-text.ts";
import { blockedRow } from "../correspondents/blocked-row.ts";
import { provider } from "../providers/provider.ts";
import { deniedRow } from "../senders/denied-row.ts";
import { chosenAddress } from "./address-schemas.ts";
import { id, mailDomain, oneLine, timestamp, usd } from "./fields.ts";
import { officeHoursBody } from "./office-hours-schema.ts";
import { senderPattern } from "./sender-fields.ts";
import { hourOfDay, timeZone } from "./time-fields.ts";

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
const answerOnly = z.array(senderPattern).check(z.maxLength(100));

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
  /** Whether the first answers to a new sender are drafts. */
  draftFirstMails: z._default(z.boolean(), false),
  /** Null answers at any time. */
  officeHours: z._default(z.nullable(officeHoursBody), null),
  /** Whether the reply quotes the mail below the answer. */
  quoteOriginal: z._default(z.boolean(), false),
  /** Whether it keeps silent in threads in which its owner answers from a connected mailbox. */
  quietThreads: z._default(z.boolean(), true),
  /** For `email_digest`: when the day's summary is made. */
  summaryHour: z._default(hourOfDay, 8),
  /** Of the summary's hour and of the office hours. */
  timeZone: z._default(timeZone, "UTC"),
});

export const patchAgentBody = z.strictObject({
  name: z.optional(oneLine(80)),
  /** One of the agent's addresses, from which all its answers leave. Null: each leaves from the one its mail came to. */
  answerFrom: z.optional(z.nullable(z.string().check(z.toLowerCase(), z.maxLength(320)))),
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
  draftFirstMails: z.optional(z.boolean()),
  officeHours: z.optional(z.nullable(officeHoursBody)),
  quoteOriginal: z.optional(z.boolean()),
  quietThreads: z.optional(z.boolean()),
  summaryHour: z.optional(hourOfDay),
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
  answer_from: z.nullable(z.string()),
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
  draft_first_mails: z.boolean(),
  office_hours: z.nullable(officeHours),
  quote_original: z.boolean(),
  quiet_threads: z.boolean(),
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

/** Senders as they are pasted: one a line, or between commas, with or without names, or a table with a head. */
export const denyBody = z.strictObject({ senders: z.string().check(z.minLength(1), z.maxLength(50_000)) });
/** `refused` names at most 100 entries that are no senders; all others are on the list. */
export const denyDone = z.object({
  added: z.number(),
  already: z.number(),
  refused: z.array(z.object({ line: z.number(), text: z.string(), message: z.string() })),
  total: z.number(),
});
export const deniedQuery = z.strictObject({
  /** Text in the sender, upper or lower case. */
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(254))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(10_000)), 100),
});
/** Newest first. `total` counts the whole list, `matching` what `q` selects. */
export const deniedList = z.object({ denied: z.array(deniedRow), total: z.number(), matching: z.number() });
export const deniedParams = z.strictObject({ id, sender: id });
