import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";
import type { Lazy } from "../aws/lazy.ts";
import { sendMessage } from "../aws/queue-message.ts";

/**
 * A message of the queue: whose account to look at. Only the user's row says that the account is to be deleted.
 * `is_account_gone`: the user pool no longer has it, and every log-in that began before has ended.
 */
export const deletion = z.object({ user_id: z.string(), is_account_gone: z.optional(z.boolean()) });
export type Deletion = z.infer<typeof deletion>;

/** SQS delays a message by at most 15 minutes. A longer wait takes several messages. */
const MAX_DELAY_SECONDS = 900;

export class DeletionQueue {
  readonly #sqs: Lazy<SQSClient>;
  readonly #url: string;

  constructor(sqs: Lazy<SQSClient>, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  /** Sends a job, to be worked on after `seconds` or as long as SQS can wait. */
  async send(job: Deletion, seconds: number): Promise<void> {
    await sendMessage(this.#sqs, {
      QueueUrl: this.#url,
      MessageBody: JSON.stringify(job),
      MessageGroupId: job.user_id,
      DelaySeconds: Math.min(Math.max(Math.ceil(seconds), 0), MAX_DELAY_SECONDS),
    });
  }
}
