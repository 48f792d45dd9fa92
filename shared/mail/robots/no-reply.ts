import { NO_REPLY_NAMES } from "./no-reply-names.ts";
import { plain } from "./plain.ts";

const PHRASES = Object.values(NO_REPLY_NAMES)
  .flat()
  .map((phrase) => phrase.replaceAll(" ", "[-_. ]?"));

/**
 * Such a name as whole words, so that norep.lyons@ and r.antworten@ are persons, and shop-no-reply+17@ is none. Every phrase
 * is of fixed words, so a try at one place costs no more than its length.
 */
const NO_REPLY = new RegExp(`(?<!\\p{L})(?:${PHRASES.join("|")})(?!\\p{L})`, "u");

/** True for the part before the "@", one label of a domain or a display name that says it takes no replies. */
export function saysNoReply(name: string): boolean {
  return NO_REPLY.test(plain(name));
}
