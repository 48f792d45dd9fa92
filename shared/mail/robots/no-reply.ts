import { NO_REPLY_NAMES } from "./no-reply-names.ts";
import { comparable } from "./plain.ts";

const PHRASES = Object.values(NO_REPLY_NAMES)
  .flat()
  .map((phrase) => phrase.replaceAll(" ", "[-_. ]?"));

/**
 * Matches whole words, because norep.lyons@ and r.antworten@ are people and shop-no-reply+17@ is not. Every phrase has
 * a fixed length, so the time is linear.
 */
const NO_REPLY = new RegExp(`(?<!\\p{L})(?:${PHRASES.join("|")})(?!\\p{L})`, "u");

/** True for a local part, a domain label or a display name that says that replies are not read. */
export function isNoReplyName(name: string): boolean {
  return NO_REPLY.test(comparable(name));
}
