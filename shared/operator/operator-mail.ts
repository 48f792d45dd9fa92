import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";
import type { Lazy } from "../aws/lazy.ts";
import { sendMessage } from "../aws/queue-message.ts";
import { verdicts } from "../mail/verdicts.ts";

/** A mail to a role address such as `abuse@`, which the operator is to see. */
export const operatorMail = z.object({
  ses_message_id: z.string(),
  object_key: z.string(),
  /** The role address that it came to. */
  role: z.string(),
  /** From and subject for people: decoded, one clean line each. */
  from: z.string(),
  subject: z.string(),
  /** The envelope's sender; "" for `<>`. */
  envelope_from: z.string(),
  verdicts,
  received_at: z.string(),
});
export type OperatorMail = z.infer<typeof operatorMail>;

export class OperatorMailQueue {
  readonly #sqs: Lazy<SQSClient>;
  readonly #url: string;

  constructor(sqs: Lazy<SQSClient>, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  async send(mail: OperatorMail): Promise<void> {
    await sendMessage(this.#sqs, { QueueUrl: this.#url, MessageBody: JSON.stringify(mail) });
  }
}
