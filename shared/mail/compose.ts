import { isPlainAddress } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import { idFields } from "./id-fields.ts";
import { fewIds } from "./message-ids.ts";
import type { Quoted, ReplyBody } from "./reply-body.ts";

const MAX_LINE = 255;

/** SES takes 10 MB. An answer of this size is a book; what is larger leaves its HTML out. */
const MAX_BYTES = 256 * 1024;

export type Reply = {
  from: { name: string; address: string };
  /** The one recipient. */
  to: string;
  subject: string;
  /** The answer, in Markdown or plain. */
  text: string;
  /** The mail that it answers, to be repeated below it. */
  quoted?: Quoted | undefined;
  in_reply_to?: string | undefined;
  references: string[];
  /** The agent's id; a mail that brings it back is our own. */
  loop_id: string;
  /** The marks of others (see loop-marks.ts). */
  loop_marks?: string[] | undefined;
  /** A message id of ours that stands last in References: SES replaces our Message-ID, the answer brings this one back. */
  thread_ref?: string | undefined;
};

/**
 * The raw reply: plain text, and beside it HTML unless that would make it too large. SES puts its own Message-ID and Date
 * in place of the composer's.
 * @throws Error when an address is not of the plain form, which `decide` never lets through
 */
export async function composeReply(reply: Reply): Promise<Buffer> {
  if (!isPlainAddress(reply.from.address) || !isPlainAddress(reply.to)) {
    throw new Error("A reply goes between two plain addresses");
  }
  // Most of a start's mails get no reply, and what reads Markdown is large.
  const { replyBody } = await import("./reply-body.ts");
  const body = replyBody(reply.text, reply.quoted);
  const raw = await build(reply, body);
  return raw.byteLength <= MAX_BYTES ? raw : build(reply, { ...body, html: undefined });
}

async function build(reply: Reply, body: ReplyBody): Promise<Buffer> {
  const { in_reply_to, references, thread_ref } = reply;
  const ids = thread_ref ? fewIds([...references, thread_ref]) : references;
  // The composer would put brackets around ids that their programs know without them, and take blanks out of others.
  return Buffer.concat([Buffer.from(idFields(in_reply_to, ids)), await composed(reply, body)]);
}

async function composed({ from, to, subject, loop_id, loop_marks = [] }: Reply, { text, html }: ReplyBody) {
  const { MailComposer } = await import("./composer.ts");
  return new MailComposer({
    from: { name: headerText(from.name), address: from.address },
    to: { name: "", address: to },
    subject: headerText(subject),
    headers: {
      // RFC 3834, 3.1.7. Exchange obeys the second one more often than the first.
      "Auto-Submitted": "auto-replied",
      "X-Auto-Response-Suppress": "All",
      "X-Loop": [loop_id, ...loop_marks.map(headerText)],
    },
    text,
    ...(html !== undefined && { html }),
    // The composer's own choice for long lines is format=flowed, which gives up spaces at their ends.
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** What still looks like an encoded word (RFC 2047) would be decoded once more by the reader, line breaks and all. */
function headerText(text: string): string {
  return cleanLine(text, MAX_LINE).replaceAll("=?", "= ?");
}
