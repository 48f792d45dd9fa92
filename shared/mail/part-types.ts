import type { KnownFacts } from "./facts.ts";

/** Mails whose parts hold no text to answer. Each exported function is one rule of rules.ts. */

const ENCRYPTED = new Set([
  "multipart/encrypted",
  "application/pgp-encrypted",
  // Signed-only S/MIME was opened before, so any part of this type here is encrypted.
  "application/pkcs7-mime",
  "application/x-pkcs7-mime",
]);
const CALENDAR = new Set(["text/calendar", "application/ics"]);
const TNEF = new Set(["application/ms-tnef", "application/vnd.ms-tnef"]);

export function isEncrypted({ part_types, text = "" }: KnownFacts): boolean {
  return hasAny(part_types, ENCRYPTED) || /^-----BEGIN PGP MESSAGE-----$/m.test(text);
}

export function isCalendar({ part_types }: KnownFacts): boolean {
  return hasAny(part_types, CALENDAR);
}

/** Outlook usually sends the text beside winmail.dat. A mail without text has everything in winmail.dat. */
export function isOutlookOnly({ part_types, text = "" }: KnownFacts): boolean {
  return hasAny(part_types, TNEF) && text.trim() === "";
}

/** If a larger share is unreadable, the text is not what its writer wrote. */
const MAX_UNREADABLE = 1 / 5;

/**
 * U+FFFD marks what no decoder could read. A program that had no character for something wrote "?", so long runs of
 * them mean lost text.
 */
export function isUnreadable({ text = "" }: KnownFacts): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const lost = text.match(/\?{3,}/g)?.reduce((sum, marks) => sum + marks.length, 0) ?? 0;
  if (broken === 0 && lost < MIN_LOST) return false;
  const all = text.match(/\S/g)?.length ?? 0;
  return broken > all * MAX_UNREADABLE || (lost >= MIN_LOST && lost > all / 2);
}

/** People write fewer question marks in a row. */
const MIN_LOST = 20;

function hasAny(types: string[] | null, wanted: Set<string>): boolean {
  return types?.some((type) => wanted.has(type)) ?? false;
}
