import type { Address } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import { type Header, headerValues } from "./headers.ts";
import { mailboxes } from "./mailboxes.ts";
import { messageIds, ownMessageId } from "./message-ids.ts";
import { decodeWords } from "./mime/encoded-words.ts";
import { decodedValues, joinedFolds, type RawField, utf8Value } from "./mime/header-fields.ts";

const MAX_LINE = 255;

/** The parsed headers of a mail. */
export type ReadHeaders = {
  headers: Header[];
  from: Address[];
  /** The first From as people read it: decoded, one clean line. */
  from_line: string;
  sender: Address | undefined;
  replyTo: Address[];
  /** Undefined if it is missing, occurs twice, or cannot be written into a header. */
  message_id: string | undefined;
  in_reply_to: string[];
  references: string[];
  /** Decoded, one clean line; "" without a subject. */
  subject: string;
};

/** @param charset the charset of the mail's text, for headers that name none */
export function readHeaders(fields: RawField[], charset: string): ReadHeaders {
  const values = decodedValues(fields, charset);
  const headers = fields.map(({ name }, at) => ({ name, value: values[at] ?? "" }));
  const asSent = fields.map((field) => ({ name: field.name, value: utf8Value(field) }));
  const first = (name: string, max: number) => cleanLine(decodeWords(headerValues(headers, name)[0] ?? ""), max);
  const ids = (name: string) =>
    fields.filter((field) => field.name === name).map((field) => decodeWords(joinedFolds(field)));
  return {
    headers,
    from: mailboxes(headers, "from", asSent),
    from_line: first("from", MAX_LINE),
    sender: mailboxes(headers, "sender", asSent)[0],
    replyTo: mailboxes(headers, "reply-to", asSent),
    message_id: ownMessageId(ids("message-id")),
    in_reply_to: messageIds(ids("in-reply-to")),
    references: messageIds(ids("references"), true),
    subject: first("subject", MAX_LINE),
  };
}
