import { hasOwnPart, isOwnWord } from "./own-words.ts";

/** Tells a signature (names, numbers, addresses) from sentences. In doubt a line is a sentence. */

const MAX_LINES = 15;
const MAX_LENGTH = 120;
const MAX_NAME_WORDS = 8;
const MAX_SMALL_WORDS = 1;

const CONTACT =
  /[^\s@]@[^\s@]+\.\p{L}{2,}|\bhttps?:\/\/|\bwww\.|(?:\+|\(0|\b00)\d[\d ()./-]{4,}|\b0\d[\d ()./-]{5,}| [|•·] /u;
const LABEL = /^(?:t|tel|phone|telefon|fon|mobile|mobil|fax|m|f|e|mail|e-mail|email|web|www|vat|ust)\b/i;
const PARTICLES = new Set("von van de der den da di du des of and und et y & at bei the for für la le".split(" "));

/** True where lines below a ruled line are somebody's signature. `isStrict`: the rule is not the one of RFC 3676. */
export function isSignature(lines: string[], isStrict: boolean): boolean {
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length === 0) return true;
  if (filled.length > MAX_LINES || !filled.every(isContactLine)) return false;
  // Lines of names alone can be a list; one or two are somebody and their company.
  return filled.some(isContact) || filled.length <= (isStrict ? 1 : 2);
}

function isContactLine(raw: string): boolean {
  const line = raw.trim();
  if (line.length > MAX_LENGTH || /[?？؟!！;]|^p\.? ?s\b/iu.test(line) || hasOwnPart(line)) return false;
  const words = line.split(/[\s|•·,/]+/).filter((word) => /\p{L}/u.test(word));
  if (words.some((word) => isOwnWord(word.toLowerCase(), word))) return false;
  if (isContact(line)) return words.filter(isSmall).length <= MAX_SMALL_WORDS;
  // "2 lamps" is an order; "10115 Berlin" is an address.
  return (
    words.length > 0 && words.length <= MAX_NAME_WORDS && !/^\d{1,3}\D|[:：。.]$/.test(line) && !words.some(isSmall)
  );
}

function isContact(line: string): boolean {
  return CONTACT.test(line) || (LABEL.test(line) && /\d{4}/.test(line));
}

/** A word in small letters that no name has; an address is none. */
function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !/[@.:]/.test(word) && !PARTICLES.has(word);
}
