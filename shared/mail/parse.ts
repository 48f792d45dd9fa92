import PostalMime, { type Attachment, decodeWords, type Email } from "postal-mime";
import type { Address } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import { type Header, headerValues, keyword } from "./headers.ts";
import { htmlText } from "./html-text.ts";
import { mailboxes } from "./mailboxes.ts";
import { messageIds } from "./message-ids.ts";
import { isTooLarge } from "./raw-limits.ts";

const MAX_SUBJECT = 255;
const MAX_FILENAME = 255;

export type ParsedMail = {
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
  /** The decoded body, as written; "" where it has no text. */
  text: string;
  /** The type of the message, then those of its parts that are not its text. An attached message counts as one part. */
  part_types: string[];
  /** Sizes in bytes. */
  attachments: { filename: string; mime_type: string; size: number }[];
};

/** Why a mail cannot be read; the raw mail is all there is to show. */
export type UnreadableMail = { problem: "too_large" | "unreadable" };

/** Reads a raw mail. It never throws: a mail is what a stranger sent. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail | UnreadableMail> {
  if (isTooLarge(raw)) return { problem: "too_large" };
  try {
    // The text and the parts of a message that is attached are not those of the mail that brings it.
    const email = await PostalMime.parse(raw, { forceRfc822Attachments: true });
    return { ...headersOf(email), ...(await bodyOf(email)) };
  } catch {
    return { problem: "unreadable" };
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

async function bodyOf({ headers, text = "", html = "", attachments }: Email) {
  const type = headers.find(({ key }) => key === "content-type")?.value ?? "text/plain";
  return {
    // Some programs put an empty plain part beside the HTML.
    text: text.trim() === "" && html !== "" ? await htmlText(html) : text,
    part_types: [keyword(type), ...attachments.map(({ mimeType }) => mimeType)],
    attachments: attachments.map((attachment) => ({
      filename: cleanLine(attachment.filename ?? "", MAX_FILENAME),
      mime_type: attachment.mimeType,
      size: sizeOf(attachment),
    })),
  };
}

function sizeOf({ content }: Attachment): number {
  return typeof content === "string" ? content.length : content.byteLength;
}
