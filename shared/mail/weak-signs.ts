import { isSameMailbox } from "./address.ts";
import { namedRecipients } from "./addressed.ts";
import { readEnvelope } from "./envelope/read-envelope.ts";
import type { KnownFacts } from "./facts.ts";

/**
 * True when something other than a name suggests that no single person wrote the mail: the mailbox that sent it is not
 * its author's, it names no recipient, or a bulk mail service counts complaints (Feedback-ID; SES adds it to people's
 * mails too). None of these forbids an answer by itself.
 */
export function hasWeakSign(mail: KnownFacts): boolean {
  const { author, sender, headers, through } = mail;
  if (author === undefined) return true;
  const { mailbox, forwarded } = readEnvelope(mail.envelope_from);
  const sentByOther =
    mailbox !== undefined && !forwarded && through === undefined && !isSameMailbox(mailbox, author.address);
  const namesOther = sender !== undefined && !isSameMailbox(sender.address, author.address);
  return (
    sentByOther ||
    namesOther ||
    namedRecipients(mail).length === 0 ||
    headers.some(({ name }) => name === "feedback-id")
  );
}
