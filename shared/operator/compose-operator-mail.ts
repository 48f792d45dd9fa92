import { isPlainAddress } from "../mail/address.ts";
import type { OperatorMail } from "./operator-mail.ts";

/** SES takes 10 MB, and base64 makes a third more of a mail. */
const MOST_ATTACHED = 5 * 1024 * 1024;
/** Of a larger mail, the headers as far as this. */
const MOST_HEADERS = 64 * 1024;

export type OperatorNotice = {
  mail: OperatorMail;
  /** The mail as it came; undefined for one that SES found a virus in. */
  raw: Uint8Array | undefined;
  from: string;
  to: string;
  /** By it, a mail of ours is known that comes back in any wrapping. */
  mark: string;
  perHour: number;
};

/**
 * Composes what the operator gets of a mail to a role address: who wrote when, and the mail itself as an attachment. No
 * word of a stranger's stands in a header of ours.
 * @throws Error when an address is not plain
 */
export async function composeOperatorMail({ mail, raw, from, to, mark, perHour }: OperatorNotice): Promise<Buffer> {
  if (!isPlainAddress(from) || !isPlainAddress(to)) throw new Error("The operator's mail needs plain addresses");
  const { MailComposer } = await import("../mail/composer.ts");
  const attachment = raw && attachmentOf(raw);
  return new MailComposer({
    from: { name: "Latchkey", address: from },
    to: { name: "", address: to },
    subject: `Mail to ${mail.role}`,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "X-Loop": mark },
    text: textOf(mail, attachment?.what, perHour),
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(attachment && { attachments: [attachment.file] }),
  })
    .compile()
    .build();
}

function textOf(mail: OperatorMail, attached: string | undefined, perHour: number): string {
  const { verdicts } = mail;
  return [
    `${mail.role} got a mail at ${mail.received_at}. Latchkey answers no such mail, and has not answered this one.`,
    "",
    `From: ${mail.from || "(nobody)"}`,
    `Envelope sender: ${mail.envelope_from || "(none)"}`,
    `Subject: ${mail.subject || "(none)"}`,
    `SES says: DMARC ${verdicts.dmarc}, DKIM ${verdicts.dkim}, SPF ${verdicts.spf}, spam ${verdicts.spam}, virus ${verdicts.virus}`,
    "",
    attached ?? "SES found a virus in it, so it is not attached.",
    `The bucket of raw mails keeps it as ${mail.object_key} for 90 days.`,
    `At most ${perHour} such mails an hour are sent on. To answer the sender, open the attached mail and reply to that.`,
    "",
  ].join("\n");
}

function attachmentOf(raw: Uint8Array) {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (bytes.length > MOST_ATTACHED) {
    const content = bytes.subarray(0, Math.min(endOfHeaders(bytes), MOST_HEADERS));
    return {
      what: "It is too large for this mail. Its headers are attached.",
      file: { filename: "headers.txt", content, contentType: "application/octet-stream" },
    };
  }
  // RFC 2046, 5.2.1: a message/rfc822 part may not be encoded, so a mail that no 7-bit path takes is a plain file.
  const isPlain = isSevenBit(bytes);
  const contentType = isPlain ? "message/rfc822" : "application/octet-stream";
  return {
    what: "The mail is attached as it came. Open nothing in it that you do not expect.",
    file: {
      filename: "mail.eml",
      content: bytes,
      contentType,
      contentDisposition: "attachment" as const,
      contentTransferEncoding: isPlain ? ("7bit" as const) : ("base64" as const),
    },
  };
}

function endOfHeaders(bytes: Buffer): number {
  const ends = [bytes.indexOf("\r\n\r\n"), bytes.indexOf("\n\n")].filter((end) => end >= 0);
  return ends.length === 0 ? bytes.length : Math.min(...ends);
}

/** RFC 5321, 4.5.3.1.6: a line has 1000 octets at most, with its end. */
function isSevenBit(bytes: Buffer): boolean {
  let length = 0;
  for (const byte of bytes) {
    if (byte > 127 || byte === 0) return false;
    length = byte === 10 ? 0 : length + 1;
    if (length > 998) return false;
  }
  return true;
}
