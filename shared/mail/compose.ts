import { isPlainAddress } from "./address.ts";
import { headerText } from "./header-text.ts";
import { idFields } from "./id-fields.ts";
import { limitIds } from "./message-ids.ts";
import type { Quoted, ReplyBody } from "./reply-body.ts";

/** SES accepts 10 MB, but an answer of this size is already a book. A larger reply is sent without its HTML. */
const MAX_BYTES = 256 * 1024;

export type Reply = {
  from: { name: string; address: string };
  /** The one recipient. */
  to: string;
  /** Where the recipient's answer goes, if not to `from`. */
  reply_to?: string | undefined;
  subject: string;
  /** The answer, in Markdown or plain. */
  text: string;
  /** The mail that this reply answers; it is quoted below the reply. */
  quoted?: Quoted | undefined;
  in_reply_to?: string | undefined;
  references: string[];
  /** The agent's id. A mail that brings it back is our own. */
  loop_id: string;
  /** The marks of others (see loop-marks.ts). */
  loop_marks?: string[] | undefined;
  /**
   * A message id of ours, put last in References. SES replaces our Message-ID, but the correspondent's answer brings
   * this one back.
   */
  thread_ref?: string | undefined;
};

/**
 * Composes the raw reply: plain text, plus HTML unless that makes it too large. SES replaces the composer's Message-ID
 * and Date with its own.
 * @throws Error when an address is not plain, which `decide` never lets through
 */
export async function composeReply(reply: Reply): Promise<Buffer> {
  if (![reply.from.address, reply.to, reply.reply_to ?? reply.to].every(isPlainAddress)) {
    throw new Error("A reply goes between plain addresses");
  }
  // The Markdown parser is large and most mails get no reply, so it is loaded only here.
  const { replyBody } = await import("./reply-body.ts");
  const body = replyBody(reply.text, reply.quoted);
  const raw = await build(reply, body);
  return raw.byteLength <= MAX_BYTES ? raw : build(reply, { ...body, html: undefined });
}

async function build(reply: Reply, body: ReplyBody): Promise<Buffer> {
  const { in_reply_to, references, thread_ref } = reply;
  const ids = thread_ref ? limitIds([...references, thread_ref]) : references;
  // The composer changes ids: it adds brackets where the mail program expects none, and removes blanks. So these fields
  // are written here.
  return Buffer.concat([Buffer.from(idFields(in_reply_to, ids)), await composed(reply, body)]);
}

async function composed({ from, to, reply_to, subject, loop_id, loop_marks = [] }: Reply, { text, html }: ReplyBody) {
  const { MailComposer } = await import("./composer.ts");
  return new MailComposer({
    from: { name: headerText(from.name), address: from.address },
    to: { name: "", address: to },
    ...(reply_to !== undefined && { replyTo: { name: "", address: reply_to } }),
    subject: headerText(subject),
    headers: {
      // RFC 3834, 3.1.7. Exchange obeys X-Auto-Response-Suppress more often than Auto-Submitted.
      "Auto-Submitted": "auto-replied",
      "X-Auto-Response-Suppress": "All",
      "X-Loop": [loop_id, ...loop_marks.map(headerText)],
    },
    text,
    ...(html !== undefined && { html }),
    // By default the composer sends long lines as format=flowed, which drops spaces at line ends.
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
