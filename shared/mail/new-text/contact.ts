import { hasOwnPart, isOwnWord } from "./own-words.ts";
import { isMobileSignature } from "./phone.ts";

/** Tells a signature (names, numbers, addresses) from sentences. If in doubt, a line is a sentence. */

const MAX_LINES = 15;
const MAX_LENGTH = 120;
const MAX_NAME_WORDS = 8;
const MAX_SMALL_WORDS = 1;

const CONTACT =
  /[^\s@]@[^\s@]+\.\p{L}{2,}|\bhttps?:\/\/|\bwww\.|(?:\+|\(0|(?<![\d.])00)\d[\d ()./-]{4,}|(?<![\d.,:/-])0\d[\d ()./-]{5,}|\(\d{2,4}\)[\d ./-]{5,}|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b| [|•·] |(?:^|\s)@\w{3,}/u;
const DATE = /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/g;
/** Key fingerprints in signatures. */
const KEY = /fingerprint|\b(?:pgp|gpg)\b|^(?:[0-9A-F]{4}[ :]{1,2}){3,}/i;
const LABEL = /^(?:t|tel|phone|telefon|fon|mobile|mobil|fax|m|f|e|mail|e-mail|email|web|www|vat|ust)\b/i;
const CLOSINGS = new Set(
  (
    "best regards,kind regards,regards,best wishes,all the best,cheers,sincerely,yours sincerely,many thanks,thanks,thank you," +
    "viele grüße,liebe grüße,beste grüße,freundliche grüße,mit freundlichen grüßen,mit lieben grüßen,mit besten grüßen,mfg,gruß,grüße," +
    "cordialement,bien cordialement,bien à vous,salutations,saludos,un saludo,atentamente,cordiali saluti,distinti saluti,saluti," +
    "atenciosamente,cumprimentos,abraços,met vriendelijke groet,groeten,med vänlig hälsning,med vänliga hälsningar,mvh,med venlig hilsen," +
    "venlig hilsen,vennlig hilsen,med vennlig hilsen,ystävällisin terveisin,pozdrawiam,z poważaniem,s pozdravem,с уважением,з повагою," +
    "saygılarımla,üdvözlettel,cu stimă,με εκτίμηση,敬具,此致"
  ).split(","),
);
const PARTICLES = new Set("von van de der den da di du des of and und et y & at bei the for für la le".split(" "));

/** True if the lines below a divider are a signature. `isStrict`: the divider is not the one of RFC 3676. */
export function isSignature(lines: string[], isStrict: boolean): boolean {
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length === 0) return true;
  if (filled.length > MAX_LINES || !filled.every(isContactLine)) return false;
  // Lines of names alone can be a list; one or two are a person and a company.
  return (
    filled.some((line) => isContact(line) || isClosing(line) || isMobileSignature(line)) ||
    filled.length <= (isStrict ? 1 : 2)
  );
}

function isContactLine(raw: string): boolean {
  if (raw.length > MAX_LENGTH) return false;
  const line = raw.trim();
  if (isClosing(line) || isMobileSignature(line) || KEY.test(line)) return true;
  if (/^\||[:：]$/.test(line) || /[?？؟!！;]|^p\.? ?s\b/iu.test(line) || hasOwnPart(line)) return false;
  const words = line.split(/[\s|•·,/]+/).filter((word) => /\p{L}/u.test(word));
  if (words.some((word) => isOwnWord(word.toLowerCase(), word))) return false;
  if (isContact(line)) return words.filter(isSmall).length <= MAX_SMALL_WORDS;
  // "From: Berlin" is a field of a form.
  if (/^\p{L}[\p{L} -]{0,30}[:：]/u.test(line)) return false;
  // "2 lamps" is an order; "10115 Berlin" is an address.
  return (
    words.length > 0 && words.length <= MAX_NAME_WORDS && !/^\d{1,3}\D|[:：。.]$/.test(line) && !words.some(isSmall)
  );
}

/** Matches "Best regards", also in two languages on one line. */
function isClosing(line: string): boolean {
  const parts = line
    .toLowerCase()
    .split(/[/|]/)
    .map((part) => part.trim().replace(/[,.!]$/, ""));
  return parts.every((part) => CLOSINGS.has(part));
}

function isContact(line: string): boolean {
  return CONTACT.test(line.replace(DATE, " ")) || (LABEL.test(line) && /\d{4}/.test(line));
}

/** A lower-case word that is not part of a name or an address. */
function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !/[@.:]/.test(word) && !PARTICLES.has(word);
}
