import { domainOf, isPlainAddress, isSameMailbox, isWithin, localPartOf } from "./address.ts";
import type { KnownFacts } from "./facts.ts";

/** True when Reply-To is outside the author's domain, as in a web form's mail. */
export function isForeignReplyTo(mail: KnownFacts): boolean {
  const { author } = mail;
  if (author === undefined) return false;
  return replyToAddresses(mail).some((address) => !isWithin(domainOf(address), domainOf(author.address)));
}

/**
 * True when Reply-To names anybody except the author, who alone is proved. Another mailbox of the author's domain is
 * not safer, since no list has all domains whose users are strangers. So the agent's owner lists the domains whose
 * mails may name another address; asking to have one mail answered also counts.
 */
export function isUnprovenReplyTo(mail: KnownFacts): boolean {
  const { author, owner_asked } = mail;
  if (author === undefined || owner_asked) return false;
  return replyToAddresses(mail).some((address) => !isOwnMailbox(address, author.address)) && !mayNameAnother(mail);
}

/** The one address that gets the answer; undefined if the mail has no single author. */
export function answerTo(mail: KnownFacts): string | undefined {
  if (mail.author === undefined) return undefined;
  const [only, ...others] = replyToAddresses(mail);
  // RFC 5322, 3.6.2 allows several addresses in Reply-To. We write to one person only, so then the author gets the
  // answer.
  return only !== undefined && others.length === 0 ? only : mail.author.address;
}

/**
 * True for the author's address and for that address with a tag (`carol+shop@`), which is delivered to the author. It
 * does not work in the other direction: on a server where "+" is an ordinary character, `victim+x@` is a stranger who
 * could name `victim@`.
 */
export function isOwnMailbox(address: string, author: string): boolean {
  if (isSameMailbox(address, author)) return true;
  const own = localPartOf(author);
  return own !== "" && domainOf(address) === domainOf(author) && localPartOf(address).startsWith(`${own}+`);
}

export function isUnusualAddress(mail: KnownFacts): boolean {
  const to = answerTo(mail);
  // The author's address is checked too, because its domain proves the sender.
  return [to, mail.author?.address].some((address) => address !== undefined && !isPlainAddress(address));
}

/** The addresses in Reply-To. Placeholders that programs write without an address (`undefined`, `none`) are ignored. */
function replyToAddresses({ reply_to }: KnownFacts): string[] {
  return reply_to.map(({ address }) => address).filter((address) => address.includes("@"));
}

function mayNameAnother(mail: KnownFacts): boolean {
  const { author, form_domains = [] } = mail;
  if (author === undefined || replyToAddresses(mail).length !== 1) return false;
  const domain = domainOf(author.address);
  return form_domains.some((form) => isWithin(domain, form));
}
