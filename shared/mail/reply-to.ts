import { domainOf, isPlainAddress, isSameMailbox, isWithin, localPartOf } from "./address.ts";
import type { KnownFacts } from "./facts.ts";

/** True where Reply-To leads out of the author's domain, as a web form's does. */
export function isForeignReplyTo(mail: KnownFacts): boolean {
  const { author } = mail;
  if (author === undefined) return false;
  return named(mail).some((address) => !isWithin(domainOf(address), domainOf(author.address)));
}

/**
 * True where Reply-To names anybody but the author, who alone is proved. A neighbour in the author's domain is no better:
 * nobody knows all the domains in which neighbours are strangers. So the agent's owner names those whose mails may name
 * another; the owner's word on the one mail counts as well.
 */
export function isUnprovenReplyTo(mail: KnownFacts): boolean {
  const { author, owner_asked } = mail;
  if (author === undefined || owner_asked) return false;
  return named(mail).some((address) => !isOwnMailbox(address, author.address)) && !mayNameAnother(mail);
}

/** The one address that the answer goes to; undefined where the mail has no single author. */
export function answerTo(mail: KnownFacts): string | undefined {
  if (mail.author === undefined) return undefined;
  const [only, ...others] = named(mail);
  // RFC 5322, 3.6.2 lets Reply-To name several; we write to one person only, the author.
  return only !== undefined && others.length === 0 ? only : mail.author.address;
}

/**
 * True for the author's address, and for one with a tag behind it (`carol+shop@`), which is delivered to the author. Not
 * the other way round: where a plus is a letter like any other, `victim+x@` is a stranger who could name `victim@`.
 */
export function isOwnMailbox(address: string, author: string): boolean {
  if (isSameMailbox(address, author)) return true;
  const own = localPartOf(author);
  return own !== "" && domainOf(address) === domainOf(author) && localPartOf(address).startsWith(`${own}+`);
}

export function isUnusualAddress(mail: KnownFacts): boolean {
  const to = answerTo(mail);
  // The author's own address is looked at too: by its domain the sender is proved.
  return [to, mail.author?.address].some((address) => address !== undefined && !isPlainAddress(address));
}

/** The addresses in Reply-To; what programs write there for want of one (`undefined`, `none`) names nobody. */
function named({ reply_to }: KnownFacts): string[] {
  return reply_to.map(({ address }) => address).filter((address) => address.includes("@"));
}

function mayNameAnother(mail: KnownFacts): boolean {
  const { author, form_domains = [] } = mail;
  if (author === undefined || named(mail).length !== 1) return false;
  const domain = domainOf(author.address);
  return form_domains.some((form) => isWithin(domain, form));
}
