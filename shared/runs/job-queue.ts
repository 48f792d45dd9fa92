import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";

/** What stands in a message of the agent-runs queue: where to find the run, and nothing that may be trusted. */
export const job = z.object({ user_id: z.string(), run_id: z.string() });
export type Job = z.infer<typeof job>;

/** SQS delays a message by 15 minutes at the most; a longer wait is made of several. */
const MAX_DELAY_SECONDS = 900;

export class JobQueue {
  readonly #sqs: SQSClient;
  readonly #url: string;

  constructor(sqs: SQSClient, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  /**
   * Sends a job, to be worked after `seconds` or as near to it as SQS can wait.
   * The group id is the owner: SQS then serves owners fairly and keeps no order (fair queues).
   */
  async send({ user_id, run_id }: Job, seconds = 0): Promise<void> {
    await this.#sqs.send(
      new SendMessageCommand({
        QueueUrl: this.#url,
        MessageBody: JSON.stringify({ user_id, run_id } satisfies Job),
        MessageGroupId: user_id,
        DelaySeconds: Math.min(Math.max(Math.ceil(seconds), 0), MAX_DELAY_SECONDS),
      }),
    );
  }
}
