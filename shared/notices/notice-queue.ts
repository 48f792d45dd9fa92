import type { SQSClient } from "@aws-sdk/client-sqs";
import type { Late } from "../aws/late.ts";
import { sendMessage } from "../aws/queue-message.ts";
import { describeError, log } from "../log.ts";
import type { Notice } from "./notice.ts";

/** Where any function leaves what an owner must know. The notifier alone mails it, and once. */
export class NoticeQueue {
  readonly #sqs: Late<SQSClient>;
  readonly #url: string;

  constructor(sqs: Late<SQSClient>, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  /**
   * Leaves a notice. Call it whenever its cause is seen, as often as that is: its `episode` makes it one mail.
   * Never fails: what the caller is doing for the mail at hand matters more, and the next cause tells again.
   */
  async tell(notice: Notice): Promise<void> {
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
