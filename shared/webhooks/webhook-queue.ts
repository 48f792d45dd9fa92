import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";
import type { Late } from "../aws/late.ts";
import { sendMessage } from "../aws/queue-message.ts";
import type { Delivery } from "./delivery.ts";
import { type WebhookEvent, webhookEvent } from "./event.ts";

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

/** SQS delays a message by at most 15 minutes. A longer wait takes several messages. */
const MAX_DELAY_SECONDS = 900;

export class WebhookQueue {
  readonly #sqs: Late<SQSClient>;
  readonly #url: string;

  constructor(sqs: Late<SQSClient>, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  async announce(userId: string, events: WebhookEvent[]): Promise<void> {
    await this.send({ kind: "announced", user_id: userId, events });
  }

  /** Sends the message for the present turn of a delivery, to be worked on at its time. */
  async call({ user_id, webhook_id, delivery_id, turn, next_at }: Delivery, now: Date): Promise<void> {
    await this.callAt({ kind: "call", user_id, webhook_id, delivery_id, turn, not_before: next_at, hops: 0 }, now);
  }

  /** Sends a call that waits until its `not_before`, or as long as SQS can wait. */
  async callAt(job: CallJob, now: Date): Promise<void> {
    const wait = job.not_before === undefined ? 0 : (Date.parse(job.not_before) - now.getTime()) / 1000;
    await this.send(job, wait);
  }

  /** The message group is the owner, so that SQS serves owners fairly: a slow receiver delays its owner's calls alone. */
  async send(job: WebhookJob, seconds = 0): Promise<void> {
    await sendMessage(this.#sqs, {
      QueueUrl: this.#url,
      MessageBody: JSON.stringify(job),
      MessageGroupId: job.user_id,
      DelaySeconds: Math.min(Math.max(Math.ceil(seconds), 0), MAX_DELAY_SECONDS),
    });
  }
}
