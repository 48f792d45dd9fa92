import { randomId } from "../../shared/ids.ts";
import { domainOf } from "../../shared/mail/address.ts";
import { REGION } from "../aws/account.ts";
import { firstAddress, type Header, headerValues, readHeaders, truncateHeaders } from "./headers.ts";
import type { ReceiptRule } from "./receipt-rules.ts";
import { resultWord, type Verdicts } from "./verdicts.ts";

/** A received mail with SES's verdicts on it. */
export type InboundMail = {
  messageId: string;
  /** The envelope's sender. Empty for a bounce. */
  from: string;
  /** The envelope's recipients. */
  to: string[];
  raw: Buffer;
  verdicts: Verdicts;
  receivedAt: Date;
};

/** 40 lower-case letters and digits, as SES names inbound mails. It is also the object's name in S3. */
export function newMessageId(): string {
  return randomId(40);
}

/** The mail as SES puts it into the bucket: SES's own headers on top, the rest byte for byte. */
export function addSesHeaders(mail: InboundMail, recipients: string[]): Buffer {
  const { spf, dkim, dmarc, spam, virus } = mail.verdicts;
  const headers = readHeaders(mail.raw.toString("latin1"));
  const envelopeDomain = domainOf(mail.from) || "localhost";
  const headerDomain = domainOf(firstAddress(headers, "from")) || envelopeDomain;
  const lines = [
    `Return-Path: <${mail.from}>`,
    `Received: from ${envelopeDomain} (${envelopeDomain} [127.0.0.1])`,
    ` by inbound-smtp.${REGION}.amazonaws.com with SMTP id ${mail.messageId}`,
    ` for ${recipients[0] ?? ""};`,
    ` ${mail.receivedAt.toUTCString().replace("GMT", "+0000 (UTC)")}`,
    `X-SES-Spam-Verdict: ${spam}`,
    `X-SES-Virus-Verdict: ${virus}`,
    `Received-SPF: ${resultWord(spf)} (spfCheck: domain of ${envelopeDomain}) client-ip=127.0.0.1;`,
    ` envelope-from=${mail.from}; helo=${envelopeDomain};`,
    `Authentication-Results: amazonses.com;`,
    ` spf=${resultWord(spf)} (spfCheck: domain of ${envelopeDomain}) client-ip=127.0.0.1;`,
    ` envelope-from=${mail.from}; helo=${envelopeDomain};`,
    ` dkim=${resultWord(dkim)} header.i=@${headerDomain};`,
    ` dmarc=${resultWord(dmarc)} header.from=${headerDomain};`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n`), mail.raw]);
}

/**
 * SES's notification about a stored mail.
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
 */
export function receivedNotification(
  mail: InboundMail,
  stamped: Buffer,
  recipients: string[],
  rule: ReceiptRule,
): object {
  const all = readHeaders(stamped.toString("latin1"));
  const { spf, dkim, dmarc, spam, virus } = mail.verdicts;
  const timestamp = mail.receivedAt.toISOString();
  return {
    notificationType: "Received",
    mail: {
      timestamp,
      source: mail.from,
      messageId: mail.messageId,
      destination: mail.to,
      ...truncateHeaders(all),
      commonHeaders: commonHeaders(all),
    },
    receipt: {
      timestamp,
      processingTimeMillis: Math.max(0, Date.now() - mail.receivedAt.getTime()),
      recipients,
      spamVerdict: { status: spam },
      virusVerdict: { status: virus },
      spfVerdict: { status: spf },
      dkimVerdict: { status: dkim },
      dmarcVerdict: { status: dmarc },
      ...(dmarc === "FAIL" && { dmarcPolicy: "reject" }),
      action: {
        type: "S3",
        topicArn: rule.topicArn,
        bucketName: rule.bucket,
        objectKeyPrefix: rule.prefix,
        objectKey: `${rule.prefix}${mail.messageId}`,
      },
    },
  };
}

/** The headers that SES lists by name, without the ones that the mail lacks. */
export function commonHeaders(headers: Header[]): object {
  const one = (name: string) => headerValues(headers, name)[0];
  const list = (name: string) => (one(name) === undefined ? undefined : headerValues(headers, name));
  return {
    returnPath: one("return-path")?.replace(/^<(.*)>$/, "$1"),
    from: list("from"),
    date: one("date"),
    to: list("to"),
    cc: list("cc"),
    replyTo: list("reply-to"),
    messageId: one("message-id"),
    subject: one("subject"),
  };
}
