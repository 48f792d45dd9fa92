import * as z from "zod/mini";
import { webhookEvent } from "./event.ts";

/** Something happened that at least one endpoint of the owner wants to know. */
const announcedJob = z.object({ kind: z.literal("announced"), user_id: z.string(), events: z.array(webhookEvent) });
/** One call. `not_before` is ahead where the wait is longer than SQS can delay a message. `hops`: how often it was put back. */
const callJob = z.object({
  kind: z.literal("call"),
  user_id: z.string(),
  webhook_id: z.string(),
  delivery_id: z.string(),
  turn: z.number(),
  not_before: z.optional(z.string()),
  hops: z._default(z.number(), 0),
});
/** Delivers all that has failed since a time; `after`: the last delivery that was looked at. */
const redeliverJob = z.object({
  kind: z.literal("redeliver"),
  user_id: z.string(),
  webhook_id: z.string(),
  since: z.string(),
  after: z.optional(z.string()),
});
/** Deletes the log of an endpoint that was deleted. */
const forgetJob = z.object({ kind: z.literal("forget"), user_id: z.string(), webhook_id: z.string() });

/** A message of the webhooks queue. It says where to look, and nothing in it is trusted. */
export const webhookJob = z.discriminatedUnion("kind", [announcedJob, callJob, redeliverJob, forgetJob]);
export type WebhookJob = z.infer<typeof webhookJob>;
export type AnnouncedJob = z.infer<typeof announcedJob>;
export type CallJob = z.infer<typeof callJob>;
export type RedeliverJob = z.infer<typeof redeliverJob>;
export type ForgetJob = z.infer<typeof forgetJob>;
