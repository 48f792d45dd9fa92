import type { KnownFacts } from "./facts.ts";

/** Mails whose parts are no text to answer. Each exported function is one rule of rules.ts. */

const ENCRYPTED = new Set([
  "multipart/encrypted",
  "application/pgp-encrypted",
  // Also S/MIME that is only signed, but with the text inside the signature.
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

function hasAny(types: string[] | null, wanted: Set<string>): boolean {
  return types?.some((type) => wanted.has(type)) ?? false;
}
