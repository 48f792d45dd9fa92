import { PutObjectCommand } from "@aws-sdk/client-s3";
import { PublishCommand } from "@aws-sdk/client-sns";
import type { Clients } from "../resources/clients.ts";
import { addSesHeaders, type InboundMail, newMessageId, receivedNotification } from "./inbound-mail.ts";
import { type ReceiptRule, recipientsOf } from "./receipt-rules.ts";

/** Receives mails as SES does. */
export class Inbox {
  readonly #rules: ReceiptRule[];
  readonly #admin: Clients;
  /** Maps a message id to true once its notification needs no more work. */
  readonly #routed = new Map<string, boolean>();

  constructor(rules: ReceiptRule[], admin: Clients) {
    this.#rules = rules;
    this.#admin = admin;
  }

  /**
   * Stores the mail and notifies the topic of the first rule that matches a recipient. A mail without a matching rule
   * is dropped.
   * @returns SES's id of the mail
   */
  async take(mail: Omit<InboundMail, "messageId" | "receivedAt">): Promise<string> {
    const taken: InboundMail = { ...mail, messageId: newMessageId(), receivedAt: new Date() };
    const rule = this.#rules.find((one) => recipientsOf(one, mail.to).length > 0);
    this.#routed.set(taken.messageId, rule === undefined);
    if (rule) await this.#deliver(taken, rule);
    return taken.messageId;
  }

  async #deliver(mail: InboundMail, rule: ReceiptRule): Promise<void> {
    const recipients = recipientsOf(rule, mail.to);
    const Body = addSesHeaders(mail, recipients);
    const Key = `${rule.prefix}${mail.messageId}`;
    await this.#admin.s3.send(new PutObjectCommand({ Bucket: rule.bucket, Key, Body }));
    const Message = JSON.stringify(receivedNotification(mail, Body, recipients, rule));
    const Subject = "Amazon SES Email Receipt Notification";
    await this.#admin.sns.send(new PublishCommand({ TopicArn: rule.topicArn, Subject, Message }));
  }

  markRouted(messageId: string): void {
    this.#routed.set(messageId, true);
  }

  /** Undefined for a mail that has not arrived since this machine was started. */
  routed(messageId: string): boolean | undefined {
    return this.#routed.get(messageId);
  }
}
