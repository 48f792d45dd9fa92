import type { SQSClient } from "@aws-sdk/client-sqs";
import type { Lazy } from "../aws/lazy.ts";
import { sendMessage } from "../aws/queue-message.ts";
import { describeError, log } from "../log.ts";
import type { Notice } from "./notice.ts";

/** Any function puts notices for owners here. Only the notifier mails them, each once. */
export class NoticeQueue {
  readonly #sqs: Lazy<SQSClient>;
  readonly #url: string;

  constructor(sqs: Lazy<SQSClient>, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  /**
   * Queues a notice. Call it every time the cause is seen: its `episode` makes sure that only one mail is sent. It
   * never throws, because the mail that the caller works on matters more, and the next occurrence queues the notice
   * again.
   */
  async enqueue(notice: Notice): Promise<void> {
    try {
      await sendMessage(this.#sqs, {
        QueueUrl: this.#url,
        MessageBody: JSON.stringify(notice),
        MessageGroupId: notice.user_id,
      });
    } catch (error) {
      log("notice_not_queued", { kind: notice.kind, ...describeError(error) });
    }
  }
}
