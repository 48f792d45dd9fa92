import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";
import type { Lazy } from "../aws/lazy.ts";
import { sendMessage } from "../aws/queue-message.ts";

/** Mails that come to wait within so many seconds are in one mail. */
const TOGETHER_SECONDS = 10;

/** Messages of the notices queue about reminders. Nothing in them is trusted but who sent them. */
export const reminderJob = z.discriminatedUnion("kind", [
  /** A mail or draft has come to wait for this owner. `since`: ISO 8601. */
  z.object({ kind: z.literal("waits"), user_id: z.string(), since: z.string() }),
  /** The time that was planned has come. */
  z.object({ kind: z.literal("reminder_due"), user_id: z.string() }),
  /** A reminder bounced for good, or its receiver called it spam. */
  z.object({
    kind: z.literal("reminder_rejected"),
    user_id: z.string(),
    reason: z.enum(["bounced", "complained"]),
    address: z.string(),
  }),
]);
export type ReminderJob = z.infer<typeof reminderJob>;

/** Only the notifier mails owners and knows what it has told them. All others send it messages. */
export class ReminderQueue {
  readonly #sqs: Lazy<SQSClient>;
  readonly #url: string;

  constructor(sqs: Lazy<SQSClient>, noticesUrl: string) {
    this.#sqs = sqs;
    this.#url = noticesUrl;
  }

  /** @throws SQS's error */
  async send(job: ReminderJob): Promise<void> {
    await sendMessage(this.#sqs, {
      QueueUrl: this.#url,
      MessageBody: JSON.stringify(job),
      MessageGroupId: job.user_id,
      ...(job.kind === "waits" && { DelaySeconds: TOGETHER_SECONDS }),
    });
  }
}
