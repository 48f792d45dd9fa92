import { isPlainAddress } from "../mail/address.ts";
import type { Words } from "./words.ts";

const FOOT = "Latchkey sends this once. Nobody reads answers to this address.";

/**
 * The raw mail of a notice: plain text.
 * @throws Error when an address is not of the plain form
 */
export async function composeNotice(mail: Words & { from: string; to: string }): Promise<Buffer> {
  if (!isPlainAddress(mail.from) || !isPlainAddress(mail.to)) throw new Error("A notice goes to a plain address");
  const { MailComposer } = await import("../mail/composer.ts");
  return new MailComposer({
    from: { name: "Latchkey", address: mail.from },
    to: { name: "", address: mail.to },
    subject: mail.subject.replaceAll("=?", "= ?"),
    headers: {
      // RFC 3834, 5. Exchange obeys the second one more often than the first.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
    text: `${mail.text}\n\n${FOOT}\n`,
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
