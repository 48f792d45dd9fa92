import { addSesHeaders, type InboundMail, receivedNotification } from "../../local/mail/inbound-mail.ts";
import { PASSED } from "../../local/mail/verdicts.ts";
import { BUCKET } from "./backend.ts";

/** The kind of a mail: a person's, or a robot's that shows in its headers at once or only when it is read. */
export type MailKind = "person" | "robot" | "hidden_robot";

export type MailSpec = { mark: string; kind: MailKind; from: string; to: string[]; at: number };

const RULE = { recipients: [], bucket: BUCKET, prefix: "inbound/", topicArn: "arn:aws:sns:us-east-1:000000000000:in" };

/** SES leaves headers beyond 10 KB out of its notification, and the router then leaves the decision to the runner. */
const LONG = `X-Long: ${"x".repeat(990)}\r\n`.repeat(12);

/** The stored object and the body of the SQS message about it. */
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
  const raw = addSesHeaders(mail, to);
  const notification = receivedNotification(mail, raw, to, RULE);
  const body = JSON.stringify({ Type: "Notification", Message: JSON.stringify(notification) });
  return { key: `${RULE.prefix}${mail.messageId}`, raw, body };
}

/** SES's report about a mail that we sent, as an SQS message. */
export function sendingEvent(eventType: string, messageId: string, tags: Record<string, string>): string {
  const lists = Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]));
  return JSON.stringify({ Message: JSON.stringify({ eventType, mail: { messageId, tags: lists } }) });
}
