import * as z from "zod/mini";
import { holdsNoKey } from "../ai-configs/key-in-text.ts";
import { verdicts } from "../mail/verdicts.ts";
import { provider } from "../providers/provider.ts";
import { isVisible } from "../providers/visible.ts";
import { quietBecause } from "../quiet/quiet-because.ts";
import { attachment } from "../runs/attachment.ts";
import { runState, stateFilter } from "../runs/run-state.ts";
import { paidBy } from "../usage/paid-by.ts";
import { answeredAt, cursor, id, limit, timestamp } from "./fields.ts";

/** One mail at one agent, as a list shows it. */
export const runSummary = z.object({
  id: z.string(),
  agent_id: z.string(),
  thread_id: z.nullable(z.string()),
  state: runState,
  /** Why it is at rest, as a code and as a sentence. Null while it is in progress, and after an answer. */
  reason: z.nullable(z.string()),
  reason_text: z.nullable(z.string()),
  from: z.string(),
  subject: z.string(),
  /** True for a test mail of the owner. Its answer is not sent. */
  is_test: z.boolean(),
  has_attachments: z.boolean(),
  received_at: timestamp,
  updated_at: timestamp,
});

export const runDetail = z.extend(runSummary, {
  recipient: z.string(),
  /** The tag in the agent's address: "shop" in `agent+shop@...`. Null if there was none. */
  tag: z.nullable(z.string()),
  /** The owner's mailbox that forwarded the mail, and the forwarder's name. Null if it came straight to the agent. */
  came_through: z.nullable(z.object({ address: z.string(), way_name: z.string() })),
  /** Set if the agent keeps silent in the thread, because its owner answers there. Null before the mail is read. */
  thread_quiet: z.nullable(z.object({ because: quietBecause, since: timestamp })),
  verdicts,
  /** True if `retry` is allowed: for a held mail, and for a skipped one that its owner may reopen. */
  may_retry: z.boolean(),
  /** The readable text of the mail, cut at 4,000 characters. The raw route returns all of it. */
  text: z.nullable(z.string()),
  /** The first 50 attachments. */
  attachments: z.array(attachment),
  /** The recipient of the answer: the sender, or the address in Reply-To. Null before the mail is read. */
  answer_to: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  /** The answer is cut off, because it hit the key's `max_tokens` or for the reason in `answer_broken`. */
  answer_cut: z.boolean(),
  /** The call hit its time limit or lost its connection while the model was writing. The answer is what had arrived. */
  answer_broken: z.boolean(),
  /** In state `drafted`, the text that approval would send, and whether the owner has edited it. Otherwise null. */
  draft: z.nullable(z.object({ text: z.string(), edited: z.boolean() })),
  /** Why the answer waits although the agent sends its answers at once, as a sentence; null otherwise. */
  draft_reason: z.nullable(z.string()),
  /** When the office hours begin that the mail waits for; it then continues by itself. */
  opens_at: z.nullable(timestamp),
  /** True for the owner's own note to a mail that came outside of office hours. The mail has a run of its own. */
  is_note: z.boolean(),
  provider: z.nullable(provider),
  /** The agent's first provider, if it could not answer and the fallback (`provider`) did. */
  fallback_from: z.nullable(provider),
  model_name: z.nullable(z.string()),
  /** The fingerprint of the owner's key. Null if the platform paid. */
  key_fingerprint: z.nullable(z.string()),
  /** Whose key paid. Null before a provider is asked. */
  paid_by: z.nullable(paidBy),
  /** The model that answered, as the provider names it. The cost uses its price if it is listed. */
  answered_by: z.nullable(z.string()),
  /** The provider's service tier and location for the answer, as the provider names them. */
  service_tier: z.nullable(z.string()),
  inference_geo: z.nullable(z.string()),
  /**
   * Why the answer's tokens and cost are not exact. `unknown`: the provider did not report them. `clamped`: it reported
   * impossible numbers. `partial`: the answer broke off before the last count. Null if they are exact.
   */
  usage_doubt: z.nullable(z.enum(["unknown", "clamped", "partial"])),
  /** The sum over all answers of the run. Regenerating makes more than one. */
  tokens_in: z.nullable(z.number()),
  tokens_out: z.nullable(z.number()),
  /** USD by the price list of the day; null when the model has no listed price. */
  cost_usd: z.nullable(z.number()),
  /** Lost calls: they returned no usable answer, and the provider may have charged for them. */
  calls_lost: z.number(),
  attempts: z.number(),
  delivery: z.nullable(z.enum(["sent", "delivered", "bounced", "complained", "rejected"])),
  /** The events, oldest first, each with a sentence in `text`. */
  timeline: z.array(z.object({ at: timestamp, event: z.string(), text: z.string() })),
});

export const runList = z.object({ runs: z.array(runSummary), next_cursor: z.nullable(z.string()) });

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

/** The owner's text, which replaces the model's. */
export const answerText = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(20_000), z.refine(isVisible, "must hold something to read"));
/** The run's `updated_at` as the caller has read it. A run that has changed since is left as it is. */
const unchangedSince = z.optional(answeredAt);
export const approveBody = z.strictObject({ text: z.optional(answerText), unchangedSince });
export const editBody = z.strictObject({ answer: answerText, unchangedSince });
export const dropBody = z.strictObject({ unchangedSince });
/** What another answer should do otherwise. */
export const hintText = z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000), holdsNoKey);
export const regenerateBody = z.strictObject({ hint: z.optional(hintText), unchangedSince });
