import type { SQSClient } from "@aws-sdk/client-sqs";
import type { Lazy } from "../aws/lazy.ts";
import { sendMessage } from "../aws/queue-message.ts";
import type { Delivery } from "./delivery.ts";
import type { WebhookEvent } from "./event.ts";
import type { CallJob, WebhookJob } from "./webhook-job.ts";

/** SQS delays a message by at most 15 minutes. A longer wait takes several messages. */
const MAX_DELAY_SECONDS = 900;

export class WebhookQueue {
  readonly #sqs: Lazy<SQSClient>;
  readonly #url: string;

  constructor(sqs: Lazy<SQSClient>, url: string) {
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
