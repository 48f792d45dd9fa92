import type { KnownFacts } from "./facts.ts";

/** Mails whose parts are no text to answer. Each exported function is one rule of rules.ts. */

const ENCRYPTED = new Set([
  "multipart/encrypted",
  "application/pgp-encrypted",
  // What of it is only signed was opened, and is no such part any more.
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

/** Outlook puts the text beside it, as a rule; a mail that has none says all in its own form. */
export function isOutlookOnly({ part_types, text = "" }: KnownFacts): boolean {
  return hasAny(part_types, TNEF) && text.trim() === "";
}

/** More than this of a text is not what its writer wrote. */
const MAX_UNREADABLE = 1 / 5;

/** What no decoder could read is U+FFFD. Question marks in rows stand where a program had no letter for what it passed on. */
export function isUnreadable({ text = "" }: KnownFacts): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const lost = text.match(/\?{3,}/g)?.reduce((sum, marks) => sum + marks.length, 0) ?? 0;
  if (broken === 0 && lost < MIN_LOST) return false;
  const all = text.match(/\S/g)?.length ?? 0;
  return broken > all * MAX_UNREADABLE || (lost >= MIN_LOST && lost > all / 2);
}

/** More question marks than people write in a row. */
const MIN_LOST = 20;

function hasAny(types: string[] | null, wanted: Set<string>): boolean {
  return types?.some((type) => wanted.has(type)) ?? false;
}
