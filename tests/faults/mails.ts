import { type InboundMail, receivedNotification, stampedMail } from "../../local/mail/inbound-mail.ts";
import { PASSED } from "../../local/mail/verdicts.ts";
import { BUCKET } from "./backend.ts";

/** What a mail is like: a person's; a robot's, seen by its headers at once or only when it is read. */
export type MailKind = "person" | "robot" | "hidden_robot";

export type MailSpec = { mark: string; kind: MailKind; from: string; to: string[]; at: number };

const RULE = { recipients: [], bucket: BUCKET, prefix: "inbound/", topicArn: "arn:aws:sns:us-east-1:000000000000:in" };

/** SES leaves headers out of its notification beyond 10 KB, and the router then leaves the decision to the runner. */
const LONG = `X-Long: ${"x".repeat(990)}\r\n`.repeat(12);

/** The stored object and the body of the SQS message that tells of it. */
export function receivedMail({ mark, kind, from, to, at }: MailSpec): { key: string; raw: Buffer; body: string } {
  const automatic = kind === "person" ? "" : "Auto-Submitted: auto-replied\r\n";
  const text =
    `${kind === "hidden_robot" ? LONG : ""}${automatic}From: Carol <${from}>\r\nTo: ${to.join(", ")}\r\n` +
    `Subject: Order\r\nMessage-ID: <${mark}@customer.example>\r\n` +
    `Date: ${new Date(at).toUTCString()}\r\n\r\nWhere is my order ${mark}?\r\n`;
  const mail: InboundMail = {
    messageId: mark.toLowerCase().replaceAll("-", ""),
    from,
    to,
    raw: Buffer.from(text),
    verdicts: PASSED,
    receivedAt: new Date(at),
  };
  const raw = stampedMail(mail, to);
  const notification = receivedNotification(mail, raw, to, RULE);
  const body = JSON.stringify({ Type: "Notification", Message: JSON.stringify(notification) });
  return { key: `${RULE.prefix}${mail.messageId}`, raw, body };
}

/** What SES reports of a mail that we sent, as the SQS message that tells of it. */
export function sendingEvent(eventType: string, messageId: string, tags: Record<string, string>): string {
  const lists = Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]));
  return JSON.stringify({ Message: JSON.stringify({ eventType, mail: { messageId, tags: lists } }) });
}
