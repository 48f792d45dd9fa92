import { isPlainAddress } from "../mail/address.ts";
import type { NoticeText } from "./words.ts";

const FOOT = "Latchkey sends this once. Nobody reads replies to this address.";

/**
 * Composes the raw mail of a notice: plain text.
 * @throws Error when an address is not plain
 */
export async function composeNotice(mail: NoticeText & { from: string; to: string }): Promise<Buffer> {
  if (!isPlainAddress(mail.from) || !isPlainAddress(mail.to)) throw new Error("A notice needs plain addresses");
  const { MailComposer } = await import("../mail/composer.ts");
  return new MailComposer({
    from: { name: "Latchkey", address: mail.from },
    to: { name: "", address: mail.to },
    subject: mail.subject.replaceAll("=?", "= ?"),
    headers: {
      // RFC 3834, 5. Exchange obeys X-Auto-Response-Suppress more often than Auto-Submitted.
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
