import { isPlainAddress } from "./address.ts";
import { headerText } from "./header-text.ts";

export type Summary = {
  from: { name: string; address: string };
  /** The owner's proved address. */
  to: string;
  subject: string;
  /** The model's words, in Markdown or plain. */
  summary: string;
  /** How many mails it is made of, in our words. */
  count: string;
  /** The agent's id; a mail that brings it back is our own. */
  loop_id: string;
};

/**
 * The raw mail of a summary: plain text, and beside it HTML.
 * @throws Error when an address is not of the plain form
 */
export async function composeSummary({ from, to, subject, summary, count, loop_id }: Summary): Promise<Buffer> {
  if (!isPlainAddress(from.address) || !isPlainAddress(to)) throw new Error("A summary goes to a plain address");
  // What reads Markdown is large, and most mails of a start are kept and not summed up.
  const { replyBody } = await import("./reply-body.ts");
  const { text, html } = replyBody(`${summary}\n\n${count} They stand in Latchkey under "Conversations".`);
  const { MailComposer } = await import("./composer.ts");
  return new MailComposer({
    from: { name: headerText(from.name), address: from.address },
    to: { name: "", address: to },
    subject: headerText(subject),
    headers: {
      // RFC 3834, 5. Exchange obeys the second one more often than the first.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "X-Loop": loop_id,
    },
    text,
    ...(html !== undefined && { html }),
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
