import * as z from "zod/mini";
import { hashId } from "../ids.ts";
import { verdicts } from "../mail/verdicts.ts";
import { provider } from "../providers/provider.ts";
import { paidBy } from "../usage/paid-by.ts";
import { attachment } from "./attachment.ts";
import { runReason } from "./reason-schema.ts";
import { runState } from "./run-state.ts";

const text = z.string();
const time = z.string();
const count = z.number();

/**
 * Where the one reply goes and what ties it to its thread. This is fixed when the mail is read, before a provider is
 * paid.
 */
const reply = z.object({
  to: text,
  subject: text,
  in_reply_to: z.optional(text),
  references: z.array(text),
  /** Other programs' marks against loops (X-Loop). The reply returns them. */
  loop_marks: z.optional(z.array(text)),
  /** Our own id in the reply's References (see thread-ref.ts). */
  thread_ref: z.optional(text),
  /** The author, if proven. Rows from before this field have none: see past-turns.ts. */
  author: z.optional(text),
  /** True where `to` is the author and not the address in Reply-To. Nobody else may receive what the author wrote. */
  to_author: z.optional(z.boolean()),
});

/** A provider's answer to one mail, with its cost at the price of the day (1e-9 USD, whole numbers). */
const answer = z.object({
  text,
  /** Null where the provider did not report it. Unknown is not 0. */
  tokens_in: z.nullable(count),
  tokens_out: z.nullable(count),
  tokens_cached: count,
  /** The part of tokens_in that the provider wrote into its cache. */
  tokens_cache_written: z.optional(count),
  tokens_reasoning: count,
  cost_nano_usd: z.nullable(count),
  price: z.nullable(z.record(z.string(), z.union([z.string(), z.number()]))),
  /** Why the counts may differ from what the provider charges (shared/providers/tokens.ts). */
  usage_doubt: z.optional(z.enum(["unknown", "clamped", "partial"])),
  /** The model that really answered, in the provider's words. It is priced as that model if the list knows it. */
  answered_by: z.optional(text),
  service_tier: z.optional(text),
  inference_geo: z.optional(text),
  /** The answer is cut off: at the token limit, at the longest text that a row keeps, or because it is `broken`. */
  cut: z.optional(z.boolean()),
  /** The time or the connection ended while the provider was still writing. */
  broken: z.optional(z.boolean()),
  /** The owner changed the text. */
  edited: z.optional(z.boolean()),
});

/** The key that pays for a call. The fingerprint distinguishes two keys of one provider. */
const payer = z.object({
  provider,
  model_name: text,
  key_fingerprint: text,
  /** Rows from before there was a platform key have none: the owner paid. */
  paid_by: z._default(paidBy, "owner"),
  /** The agent's own provider, if this is the fallback. */
  fallback_from: z.optional(provider),
});

/** What the provider reported about a call, with its cost. */
const used = z.pick(answer, {
  tokens_in: true,
  tokens_out: true,
  tokens_cached: true,
  tokens_reasoning: true,
  cost_nano_usd: true,
});

/** A call that was paid for before the owner's last action. Its answer was replaced, or could not be sent. */
const paidBefore = z.extend(used, { payer });

/**
 * Who paid for a call that returned no usable answer. `used` is set if the provider answered with a refusal or an empty
 * text.
 */
const lostCall = z.extend(payer, { used: z.optional(used) });

/** One mail at one agent: the row of the ledger. Only `ledger.ts` makes a new version of it. */
export const run = z.object({
  user_id: text,
  run_id: text,
  agent_id: text,
  state: runState,
  reason: z.optional(runReason),
  /** Counts the writes. A write is accepted only on top of the version that it was made from. */
  version: count,
  /** Names the last write, so that a writer whose answer was lost can recognize its own write. */
  write_id: text,

  ses_message_id: text,
  object_key: text,
  /** False when no other owner has a run of the same raw mail. Missing on rows from before this field. */
  mail_shared: z.optional(z.boolean()),
  envelope_from: text,
  recipient: text,
  /** The text after a plus in the agent's address. It is shown, and is not part of any key. */
  tag: z.optional(text),
  from: text,
  subject: text,
  verdicts,
  received_at: time,
  updated_at: time,
  timeline: z.array(z.object({ at: time, event: text })),

  /** Tries that ended in waiting. */
  attempts: count,
  /** Claims in a row that ended without an outcome. Missing if the last claim had one. */
  crashes: z.optional(count),
  /** Who works on the run, and until when nobody else may. */
  lease: z.optional(z.object({ holder: text, until: time })),
  /**
   * When somebody must look at the run again: the end of a wait, of a lease, of the time for SES's report, or of a
   * limit.
   */
  next_check_at: z.optional(time),

  /**
   * When a run at rest last continued. The owner took an action, or `released`: the cause of the hold was resolved, or
   * `renewed`: a new day or month began.
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

  /** Set with an answer that is not sent: it waits for its owner's approval, or it was requested only as a test. */
  ends_in: z.optional(z.enum(["drafted", "observed"])),
  /** The owner asked for this very answer to be sent, and so has read it. */
  approved: z.optional(z.boolean()),
  /**
   * The owner wants another answer. Until it arrives, `answer` is the previous one, which is counted and was paid by
   * `payer`.
   */
  redo: z.optional(z.object({ hint: z.optional(text), payer })),
  earlier: z.optional(z.array(paidBefore)),
  /** The owner wrote the mail to test the agent. Its answer is shown and not sent. */
  is_test: z.optional(z.boolean()),
  /** No mail, but the summary of those that were kept in its thread; `received_at` is when it is made. */
  is_summary: z.optional(z.boolean()),

  /** A provider call has begun and its outcome is not yet known. */
  call_open: z.boolean(),
  /** Calls that returned no usable answer and may have been charged. */
  calls_lost: count,
  /** The payers of those calls, one each. Runs from before this field have fewer than `calls_lost`. */
  lost_by: z._default(z.array(lostCall), []),
  /** How many calls were lost before the owner last reopened the run. Usage has counted them. */
  calls_lost_before: z.optional(count),
  /** The day whose usage item may hold this run's reservation. Missing when it surely holds none. */
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
 * The id of a run: the time when SES took the mail, then 128 bits over (mail, agent). It sorts by time. It is the same
 * at every delivery of the same mail, so the second delivery cannot add the run again.
 * @param receivedAt SES's time stamp of the mail, ISO 8601 in UTC
 */
export function runId(receivedAt: string, sesMessageId: string, agentId: string): string {
  return `${timeDigits(new Date(receivedAt))}-${hashId(sesMessageId, agentId)}`;
}

/** The beginning of the ids of runs that were received at this time. */
export function timeDigits(at: Date): string {
  return at.toISOString().replaceAll(/[^0-9]/g, "");
}
