import PostalMime, { decodeWords, type Email } from "postal-mime";
import type { Address } from "./address.ts";
import { type Body, readBody } from "./body.ts";
import { cleanLine } from "./clean-line.ts";
import { type Header, headerValues } from "./headers.ts";
import { mailboxes } from "./mailboxes.ts";
import { messageIds } from "./message-ids.ts";
import type { MailReason } from "./reasons.ts";
import { scanMail } from "./scan.ts";

const MAX_SUBJECT = 255;

export type ParsedMail = Body & {
  headers: Header[];
  from: Address[];
  sender: Address | undefined;
  replyTo: Address[];
  /** Undefined where it is missing, doubled or malformed. */
  message_id: string | undefined;
  in_reply_to: string[];
  references: string[];
  /** Decoded, one clean line; "" where there is none. */
  subject: string;
};

/** Why a mail cannot be read; the raw mail is all there is to show. */
export type UnreadableMail = { problem: MailReason };

/** Reads a raw mail. It never throws: a mail is what a stranger sent. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail | UnreadableMail> {
  const scan = scanMail(raw);
  if ("problem" in scan) return scan;
  try {
    const email = await PostalMime.parse(scan.header);
    return { ...headersOf(email), ...(await readBody(scan.root)) };
  } catch {
    return { problem: "mail_unreadable" };
  }
}

function headersOf(email: Email) {
  const headers = email.headers.map(({ key, value }) => ({ name: key, value }));
  const ids = (name: string) => messageIds(headerValues(headers, name).map(decodeWords).join(" "));
  const [message_id, ...others] = ids("message-id");
  return {
    headers,
    from: mailboxes(headers, "from"),
    sender: mailboxes(headers, "sender")[0],
    replyTo: mailboxes(headers, "reply-to"),
    message_id: others.length > 0 ? undefined : message_id,
    in_reply_to: ids("in-reply-to"),
    references: ids("references"),
    subject: cleanLine(email.subject ?? "", MAX_SUBJECT),
  };
}
