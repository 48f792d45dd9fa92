import { isPlainAddress } from "../mail/address.ts";

export type ReminderMail = { from: string; to: string; subject: string; text: string; unsubscribeUrl: string };

/**
 * Composes the raw mail: plain text, with the fields by which a mail program ends it in one click (RFC 2369, RFC 8058).
 * @throws Error when an address is not plain
 */
export async function composeReminder({ from, to, subject, text, unsubscribeUrl }: ReminderMail): Promise<Buffer> {
  if (!isPlainAddress(from) || !isPlainAddress(to)) throw new Error("A reminder needs plain addresses");
  const { MailComposer } = await import("../mail/composer.ts");
  const mail = await new MailComposer({
    from: { name: "Latchkey", address: from },
    to: { name: "", address: to },
    subject: subject.replaceAll("=?", "= ?"),
    headers: {
      // RFC 3834, 5. Exchange obeys X-Auto-Response-Suppress more often than Auto-Submitted.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    text: `${text}\n`,
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  // The composer folds and encodes long values. A link is one word of ASCII, and some programs do not unfold it.
  return Buffer.concat([Buffer.from(`List-Unsubscribe: <${unsubscribeUrl}>\r\n`), mail]);
}
