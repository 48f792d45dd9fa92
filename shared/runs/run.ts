import * as z from "zod/mini";
import { attachment, runState, verdicts } from "../api/conversation-schemas.ts";
import { provider } from "../api/fields.ts";
import { paidBy } from "../api/usage-schemas.ts";
import { hashId } from "../ids.ts";
import { runReason } from "./reasons.ts";

const text = z.string();
const time = z.string();
const count = z.number();

/** Where the one reply goes and what ties it to its thread; fixed when the mail is read, before a provider is paid. */
export const reply = z.object({
  to: text,
  subject: text,
  in_reply_to: z.optional(text),
  references: z.array(text),
  /** The marks of others against loops (X-Loop), which the reply brings back to them. */
  loop_marks: z.optional(z.array(text)),
  /** Our own id in the reply's References (see thread-ref.ts). */
  thread_ref: z.optional(text),
  /** The author, where proved. Rows from before it was kept have none: see past-turns.ts. */
  author: z.optional(text),
  /** True where `to` is the author, not whom Reply-To names: nobody else is sent what the author wrote. */
  to_author: z.optional(z.boolean()),
});

/** What a provider gave for one mail, with what it cost at the price of the day (1e-9 USD, whole numbers). */
export const answer = z.object({
  text,
  /** Null where the provider has not reported it: unknown is not 0. */
  tokens_in: z.nullable(count),
  tokens_out: z.nullable(count),
  tokens_cached: count,
  /** Part of tokens_in that the provider wrote into its cache. */
  tokens_cache_written: z.optional(count),
  tokens_reasoning: count,
  cost_nano_usd: z.nullable(count),
  price: z.nullable(z.record(z.string(), z.union([z.string(), z.number()]))),
  /** Why the counts are not what the provider should have reported (shared/providers/tokens.ts). */
  usage_doubt: z.optional(z.enum(["unknown", "clamped", "partial"])),
  /** What really answered, in the provider's words; it is priced as that model where the list knows it. */
  answered_by: z.optional(text),
  service_tier: z.optional(text),
  inference_geo: z.optional(text),
  /** It ends before its end: at the token limit, where it was longer than a row keeps, or `broken`. */
  cut: z.optional(z.boolean()),
  /** The time or the connection ended while the provider still wrote. */
  broken: z.optional(z.boolean()),
  /** The owner has changed the text. */
  edited: z.optional(z.boolean()),
});

/** Which key a call is made with; the fingerprint tells two keys of one provider apart. */
export const payer = z.object({
  provider,
  model_name: text,
  key_fingerprint: text,
  /** Rows from before there was a platform key have none: the owner paid. */
  paid_by: z._default(paidBy, "owner"),
  /** The agent's own provider, where this is the fallback. */
  fallback_from: z.optional(provider),
});

/** What the provider reported of a call, with its cost. */
const used = z.pick(answer, {
  tokens_in: true,
  tokens_out: true,
  tokens_cached: true,
  tokens_reasoning: true,
  cost_nano_usd: true,
});

/** A call that was paid for before the owner's last word: its answer was replaced by another, or could not be sent. */
const paidBefore = z.extend(used, { payer });

/** Who paid for a call that gave nothing to send; `used` where the provider answered, and refused or said nothing. */
const lostCall = z.extend(payer, { used: z.optional(used) });

/** One mail at one agent: the row of the ledger. Only `ledger.ts` makes a new version of it. */
export const run = z.object({
  user_id: text,
  run_id: text,
  agent_id: text,
  state: runState,
  reason: z.optional(runReason),
  /** Counts the writes: a write is accepted only on top of the version it was made from. */
  version: count,
  /** Names the last write, so that a writer whose answer was lost can see that the write was its own. */
  write_id: text,

  ses_message_id: text,
  object_key: text,
  /** False when no other owner has a run of the same raw mail; unset on rows from before it was noted. */
  mail_shared: z.optional(z.boolean()),
  envelope_from: text,
  recipient: text,
  /** What the sender put behind a plus in the agent's address. To be shown, and part of no key. */
  tag: z.optional(text),
  from: text,
  subject: text,
  verdicts,
  received_at: time,
  updated_at: time,
  timeline: z.array(z.object({ at: time, event: text })),

  /** Tries that ended in waiting. */
  attempts: count,
  /** Claims in a row that ended without an outcome; unset where the last one had one. */
  crashes: z.optional(count),
  /** Who works on it, and until when nobody else may. */
  lease: z.optional(z.object({ holder: text, until: time })),
  /** When somebody must look at it again: the end of a wait, of a lease, of the time SES has to report, or of a limit. */
  next_check_at: z.optional(time),

  /**
   * When a run at rest last went on: by its owner's word, or, `released`, because what it was held for is mended;
   * `renewed` where nobody mended it and a new day or month began.
   */
  reopened_at: z.optional(time),
  released: z.optional(z.boolean()),
  renewed: z.optional(z.boolean()),

  thread_id: z.optional(text),
  text: z.optional(text),
  attachments: z.optional(z.array(attachment)),
  reply: z.optional(reply),
  payer: z.optional(payer),
  answer: z.optional(answer),

  /** Set with the answer where it is not to be sent: it waits for its owner's word, or was only asked for as a test. */
  ends_in: z.optional(z.enum(["drafted", "observed"])),
  /** The owner has asked for this very answer to be sent, and so has read it. */
  approved: z.optional(z.boolean()),
  /** The owner wants another answer. Until it is there, `answer` is the one before, counted and paid by `payer`. */
  redo: z.optional(z.object({ hint: z.optional(text), payer })),
  earlier: z.optional(z.array(paidBefore)),
  /** The owner wrote the mail to try the agent: its answer is shown, and not sent. */
  is_test: z.optional(z.boolean()),
  /** No mail, but the summary of those that were kept in its thread; `received_at` is when it is made. */
  is_summary: z.optional(z.boolean()),

  /** A provider call was begun and its outcome is not known yet. */
  call_open: z.boolean(),
  /** Calls that gave no answer to send and may have been charged. */
  calls_lost: count,
  /** Whose calls those were, one payer each; runs from before this was kept have fewer than `calls_lost`. */
  lost_by: z._default(z.array(lostCall), []),
  /** How many were lost before the owner last said again. Usage has them already. */
  calls_lost_before: z.optional(count),
  /** The day whose usage item may hold this run's reservation; unset when it surely holds none. */
  reserved_on: z.optional(text),

  sent_message_id: z.optional(text),
  delivery: z.optional(z.enum(["sent", "delivered", "bounced", "complained", "rejected"])),
});
export type Run = z.infer<typeof run>;
export type Reply = z.infer<typeof reply>;
export type Answer = z.infer<typeof answer>;
export type Payer = z.infer<typeof payer>;
export type Used = z.infer<typeof used>;

/**
 * The id of a run: the time SES took the mail, then 128 bits over (mail, agent). It sorts by time, and it is the same
 * at every delivery of the same mail, so adding it twice is refused.
 * @param receivedAt SES's time stamp of the mail, ISO 8601 in UTC
 */
export function runId(receivedAt: string, sesMessageId: string, agentId: string): string {
  return `${timeDigits(new Date(receivedAt))}-${hashId(sesMessageId, agentId)}`;
}

/** What the id of a run begins with that was received then. */
export function timeDigits(at: Date): string {
  return at.toISOString().replaceAll(/[^0-9]/g, "");
}
