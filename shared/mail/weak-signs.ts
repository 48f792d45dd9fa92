import { isSameMailbox } from "./address.ts";
import { readers } from "./addressed.ts";
import { readEnvelope } from "./envelope/read-envelope.ts";
import type { KnownFacts } from "./facts.ts";

/**
 * True where something beside a name says that no single person may have written the mail: another mailbox sent it than wrote
 * it, it names no reader, or a service for mail in bulk counts its complaints (Feedback-ID; SES puts it on persons' mails too).
 * None of these forbids an answer by itself.
 */
export function hasWeakSign(mail: KnownFacts): boolean {
  const { author, sender, headers } = mail;
  if (author === undefined) return true;
  const { mailbox, forwarded } = readEnvelope(mail.envelope_from);
  const sentByOther = mailbox !== undefined && !forwarded && !isSameMailbox(mailbox, author.address);
  const namesOther = sender !== undefined && !isSameMailbox(sender.address, author.address);
  return sentByOther || namesOther || readers(mail).length === 0 || headers.some(({ name }) => name === "feedback-id");
}
