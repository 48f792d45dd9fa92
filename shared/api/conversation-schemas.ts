import * as z from "zod/mini";
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
  received_at: timestamp,
  updated_at: timestamp,
});

/** A file that came with the mail; it is in the raw mail and nowhere else. `size` in bytes. */
export const attachment = z.object({ filename: z.string(), mime_type: z.string(), size: z.number() });

export const runDetail = z.extend(runSummary, {
  recipient: z.string(),
  verdicts,
  /** The readable text of the mail, cut at 4,000 characters; the raw route has all of it. */
  text: z.nullable(z.string()),
  /** The first 50 of them. */
  attachments: z.array(attachment),
  answer: z.nullable(z.string()),
  /** The model stopped at the key's `max_tokens`, so the answer ends before its end. */
  answer_cut: z.boolean(),
  provider: z.nullable(provider),
  model_name: z.nullable(z.string()),
  /** Of the owner's key; null where the platform paid. */
  key_fingerprint: z.nullable(z.string()),
  /** Whose key the provider was asked with; null while it was not asked. */
  paid_by: z.nullable(paidBy),
  tokens_in: z.nullable(z.number()),
  tokens_out: z.nullable(z.number()),
  /** USD by the price list of the day; null when the model has no listed price. */
  cost_usd: z.nullable(z.number()),
  /** Calls that gave no answer to send; the provider may have charged for them. */
  calls_lost: z.number(),
  attempts: z.number(),
  delivery: z.nullable(z.enum(["sent", "delivered", "bounced", "complained", "rejected"])),
  timeline: z.array(z.object({ at: timestamp, event: z.string() })),
});

export const runList = z.object({ runs: z.array(runSummary), next_cursor: z.nullable(z.string()) });

/** All runs of one agent, or of one thread; newest first. */
export const runListQuery = z.strictObject({
  agent_id: z.optional(id),
  thread_id: z.optional(id),
  cursor: z.optional(cursor),
  limit,
});
export const runParams = z.strictObject({ id });
