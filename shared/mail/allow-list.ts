import { domainOf, isSameMailbox, isWithin } from "./address.ts";
import type { KnownFacts } from "./facts.ts";
import { answerTo } from "./reply-to.ts";

/**
 * True when the owner limits whom the agent answers and this mail's author or Reply-To is not on that list. Both must
 * be on it: otherwise a stranger could spend the owner's money by naming a friend in Reply-To, and a friend's form
 * could send the answer to a stranger.
 */
export function isNotOnAllowList(mail: KnownFacts): boolean {
  const { author, answer_only = [], owner_asked } = mail;
  if (answer_only.length === 0 || owner_asked) return false;
  return [author?.address, answerTo(mail)].some((address) => address !== undefined && !isNamed(address, answer_only));
}

function isNamed(address: string, entries: string[]): boolean {
  return entries.some((entry) => {
    if (entry.includes("@")) return isSameMailbox(entry, address);
    const domain = domainOf(address);
    return entry.startsWith("*.") ? domain.endsWith(entry.slice(1)) : isWithin(domain, entry);
  });
}
