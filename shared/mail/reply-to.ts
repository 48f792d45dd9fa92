import { domainOf, isPlainAddress, isWithin } from "./address.ts";
import type { KnownFacts } from "./facts.ts";

/** True when Reply-To leads out of the author's domain, which is all that the sender has proved to be. */
export function isForeignReplyTo({ author, reply_to }: KnownFacts): boolean {
  if (author === undefined) return false;
  const proven = domainOf(author.address);
  return reply_to.some(({ address }) => !isWithin(domainOf(address), proven));
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
