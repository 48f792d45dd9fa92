import * as z from "zod/mini";
import { holdsNoKey } from "../ai-configs/key-in-text.ts";
import { isVisible } from "../providers/visible.ts";
import { cursor, id, limit, provider, timestamp } from "./fields.ts";
import { paidBy } from "./usage-schemas.ts";

export const runState = z.enum([
  "received",
  "claimed",
  "generated",
  "sending",
  "replied",
  "drafted",
  "held",
  "skipped",
  "failed",
  "observed",
  "kept",
]);

const verdict = z.enum(["PASS", "FAIL", "GRAY", "PROCESSING_FAILED", "DISABLED"]);
export const verdicts = z.object({ spam: verdict, virus: verdict, spf: verdict, dkim: verdict, dmarc: verdict });

/** One mail at one agent, as a list shows it. */
export const runSummary = z.object({
  id: z.string(),
  agent_id: z.string(),
  thread_id: z.nullable(z.string()),
  state: runState,
  /** Why it rests where it does, as a code and as a sentence; null while it moves or when it was answered. */
  reason: z.nullable(z.string()),
  reason_text: z.nullable(z.string()),
  from: z.string(),
  subject: z.string(),
  /** True for a mail that its owner sent to try the agent; its answer is not sent. */
  is_test: z.boolean(),
  has_attachments: z.boolean(),
  received_at: timestamp,
  updated_at: timestamp,
});

/** A file that came with the mail; it is in the raw mail and nowhere else. `size` in bytes. */
export const attachment = z.object({ filename: z.string(), mime_type: z.string(), size: z.number() });

export const runDetail = z.extend(runSummary, {
  recipient: z.string(),
  /** What the sender put behind a plus in the agent's address: "shop" of `agent+shop@...`. Null where there was none. */
  tag: z.nullable(z.string()),
  verdicts,
  /** True for a held mail, and for a skipped one that its owner may have answered anyway: `retry` takes it. */
  may_retry: z.boolean(),
  /** The readable text of the mail, cut at 4,000 characters; the raw route has all of it. */
  text: z.nullable(z.string()),
  /** The first 50 of them. */
  attachments: z.array(attachment),
  /** Whom the answer goes to: the sender, or whom the mail's Reply-To names. Null while the mail was not read. */
  answer_to: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  /** The answer ends before its end: at the key's `max_tokens`, or as `answer_broken` says. */
  answer_cut: z.boolean(),
  /** The time for a call, or the connection, ended while the model still wrote: this is what had come. */
  answer_broken: z.boolean(),
  /** In state `drafted`: the text that would be sent, and whether the owner has changed it. Null else. */
  draft: z.nullable(z.object({ text: z.string(), edited: z.boolean() })),
  provider: z.nullable(provider),
  /** The agent's own provider, where it could not answer and the fallback, `provider`, did. */
  fallback_from: z.nullable(provider),
  model_name: z.nullable(z.string()),
  /** Of the owner's key; null where the platform paid. */
  key_fingerprint: z.nullable(z.string()),
  /** Whose key the provider was asked with; null while it was not asked. */
  paid_by: z.nullable(paidBy),
  /** The model that really answered, in the provider's words, where it says so: the cost is that model's where it is listed. */
  answered_by: z.nullable(z.string()),
  /** The provider's service tier for the answer, and where it worked, in its words. */
  service_tier: z.nullable(z.string()),
  inference_geo: z.nullable(z.string()),
  /**
   * Why the answer's tokens and cost are not exact: `unknown` where the provider did not report them, `clamped` where it
   * reported what cannot be, `partial` where the answer broke off before its last count. Null where they are exact.
   */
  usage_doubt: z.nullable(z.enum(["unknown", "clamped", "partial"])),
  /** Of all answers that were asked for; more than one where the owner asked again. */
  tokens_in: z.nullable(z.number()),
  tokens_out: z.nullable(z.number()),
  /** USD by the price list of the day; null when the model has no listed price. */
  cost_usd: z.nullable(z.number()),
  /** Calls that gave no answer to send; the provider may have charged for them. */
  calls_lost: z.number(),
  attempts: z.number(),
  delivery: z.nullable(z.enum(["sent", "delivered", "bounced", "complained", "rejected"])),
  /** What happened, oldest first; `text` says it in words. */
  timeline: z.array(z.object({ at: timestamp, event: z.string(), text: z.string() })),
});

export const runList = z.object({ runs: z.array(runSummary), next_cursor: z.nullable(z.string()) });

/** `needs_owner`: a mail that rests until its owner says what to do, held or drafted. */
export const stateFilter = z.enum([...runState.options, "needs_owner"]);

/** All runs, of one agent, or of one thread; newest first. */
export const runListQuery = z.strictObject({
  agent_id: z.optional(id),
  thread_id: z.optional(id),
  state: z.optional(stateFilter),
  /** Text in the sender or the subject, upper or lower case. */
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
  cursor: z.optional(cursor),
  limit,
});
export const runParams = z.strictObject({ id });

/** What is sent in place of the model's text. */
const answerText = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(20_000), z.refine(isVisible, "must hold something to read"));
export const approveBody = z.strictObject({ text: z.optional(answerText) });
export const editBody = z.strictObject({ answer: answerText });
export const regenerateBody = z.strictObject({
  hint: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000), holdsNoKey)),
});
