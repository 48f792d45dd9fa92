import { domainOf, isPlainAddress, isSameMailbox, isWithin } from "./address.ts";
import type { KnownFacts } from "./facts.ts";
import { isPublicMailbox } from "./public-mailboxes.ts";

/** True when Reply-To leads away from the author's domain, which is all that the sender has proved to be. */
export function isForeignReplyTo({ author, reply_to }: KnownFacts): boolean {
  if (author === undefined) return false;
  return reply_to.some(({ address }) => isForeign(address, author.address));
}

/** As `isForeignReplyTo`, but for the forms that the owner trusts to name their asker. */
export function isUnprovenReplyTo(mail: KnownFacts): boolean {
  return isForeignReplyTo(mail) && !isTrustedForm(mail);
}

/** The one address that the answer goes to; undefined where the mail has no single author. */
export function answerTo({ author, reply_to }: KnownFacts): string | undefined {
  if (author === undefined) return undefined;
  // RFC 5322, 3.6.2 lets Reply-To name several; we write to one person only, the author.
  return reply_to.length === 1 ? reply_to[0]?.address : author.address;
}

export function isUnusualAddress(mail: KnownFacts): boolean {
  const to = answerTo(mail);
  // The author's own address is looked at too: by its domain the sender is proved.
  return [to, mail.author?.address].some((address) => address !== undefined && !isPlainAddress(address));
}

/**
 * A neighbour in the author's own domain is answered, since people name their team's mailbox there. Where that domain is a
 * mailbox provider that the list of them does not know, the neighbour may be a stranger, who then gets what the author
 * could have sent just as well: no more than the author's own share of answers, and never the author's words (see
 * over-cap.ts and `to_author`).
 */
function isForeign(address: string, author: string): boolean {
  // At a public provider the domain proves one mailbox and no other: Reply-To could name anybody there.
  if (isPublicMailbox(author)) return !isSameMailbox(address, author);
  return !isWithin(domainOf(address), domainOf(author));
}

function isTrustedForm({ author, reply_to, form_domains = [] }: KnownFacts): boolean {
  if (author === undefined || reply_to.length !== 1) return false;
  const domain = domainOf(author.address);
  return !isPublicMailbox(author.address) && form_domains.some((form) => isWithin(domain, form));
}
