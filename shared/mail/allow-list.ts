import { domainOf, isSameMailbox, isWithin } from "./address.ts";
import type { KnownFacts } from "./facts.ts";
import { answerTo } from "./reply-to.ts";

/**
 * True where the owner named whom the agent answers, and this mail is of or for somebody else. Author and Reply-To must both
 * be named: a stranger could else spend the owner's money by naming a friend, and a friend's form by naming a stranger.
 */
export function isNotOnAllowList(mail: KnownFacts): boolean {
  const { author, answer_only = [], owner_asked } = mail;
  if (answer_only.length === 0 || owner_asked) return false;
  return [author?.address, answerTo(mail)].some((address) => address !== undefined && !isNamed(address, answer_only));
}

function isNamed(address: string, entries: string[]): boolean {
  return entries.some((entry) =>
    entry.includes("@") ? isSameMailbox(entry, address) : isWithin(domainOf(address), entry),
  );
}
