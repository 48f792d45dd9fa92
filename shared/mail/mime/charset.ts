import { isAscii } from "node:buffer";
import { charsetOf } from "./charset-names.ts";
import { charsetCost, eightBitLines, guessCharset } from "./guess-charset.ts";
import { RARE } from "./rare-charsets.ts";

export type Decoded = {
  text: string;
  /**
   * The charset that was used: a label of TextDecoder or a name in `RARE`; "us-ascii" when the charset made no
   * difference.
   */
  charset: string;
};

/** This much of a text shows whether it was read in the right charset. */
const SAMPLE = 20_000;

/** Another charset must be this much likelier than the declared one. */
const SURE = 1.5;

/** The average cost of a character: sentences of mails cost at most 15, random bytes 21 to 33. */
const MAX_COST = 20;
const MIN_NOISE = 16;

/** Longer than a name or a word. In a shorter text, letters of another script may be intended. */
const MIN_MISREAD = 12;

/** Like `readCharset`, but returns only the text. */
export function decodeCharset(bytes: Uint8Array, declared: string): string {
  return readCharset(bytes, declared).text;
}

/**
 * Decodes bytes. The declared charset is used unless the bytes show that it is wrong: text is rarely valid UTF-8 by
 * accident, and rarely invalid in its true charset. Without a right declaration the charset is UTF-8 if the bytes are
 * valid UTF-8, and otherwise the likeliest guess of `guess-charset.ts`.
 */
export function readCharset(bytes: Uint8Array, declared: string): Decoded {
  const charset = charsetOf(declared) ?? "";
  const marked = markedCharset(bytes, charset);
  if (marked !== undefined) return decodeAs(bytes, marked);
  if (charset === "utf-7" || (RARE[charset] && !isCodePage(charset))) return decodeAs(bytes, charset);
  if (isAscii(bytes)) return { text: Buffer.from(bytes).toString("latin1"), charset: "us-ascii" };
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (charset === "" || charset === "utf-8") return utf8 ?? decodeAlmostUtf8(bytes, charset) ?? decodeGuessed(bytes);
  if (utf8 !== undefined && isMeantAsUtf8(bytes, charset)) return utf8;
  const read = decodeAs(bytes, charset);
  return isMisread(bytes, read) ? decodeGuessed(bytes) : read;
}

/** The charset that a byte order mark, escape sequences or zero bytes prove. */
function markedCharset(bytes: Uint8Array, declared: string): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe && !declared.startsWith("utf-32")) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (declared === "utf-16" || declared === "utf-16le" || declared === "utf-16be") return utf16Order(bytes, declared);
  // Other texts contain no escape character.
  if (declared !== "iso-2022-kr" && bytes.includes(0x1b) && hasJisEscape(bytes)) return "iso-2022-jp";
  return undefined;
}

/**
 * Most mail has blanks, line breaks or Latin letters, and in UTF-16 each of them has a zero byte. Bytes without zeros
 * are in another charset.
 */
function utf16Order(bytes: Uint8Array, declared: string): string | undefined {
  const start = bytes.subarray(0, 1_000);
  const zeros = (half: number) => start.reduce((count, byte, at) => count + (at % 2 === half && byte === 0 ? 1 : 0), 0);
  const [even, odd] = [zeros(0), zeros(1)];
  if (even === odd) return decodeStrictly(bytes, "utf-8") ? undefined : declared === "utf-16" ? "utf-16be" : declared;
  return even > odd ? "utf-16be" : "utf-16le";
}

const ESCAPE = "\u001b";
const JIS_ESCAPE = new RegExp(`${ESCAPE}(?:\\$[@B]|\\$\\([DOQ]|\\([IJ])`);

/** RFC 1468, and the sets that later programs added: ESC $ @, ESC $ B, ESC $ ( D, ESC ( J, ESC ( I. */
function hasJisEscape(bytes: Uint8Array): boolean {
  return JIS_ESCAPE.test(Buffer.from(bytes).toString("latin1"));
}

function isCodePage(charset: string): boolean {
  return /^\d+$/.test(charset);
}

/**
 * Tells whether bytes that are valid UTF-8 are UTF-8 on purpose. Single-byte text fits the pattern only by design, but
 * byte pairs can fit it by chance.
 */
function isMeantAsUtf8(bytes: Uint8Array, charset: string): boolean {
  if (charset === "iso-2022-jp") return true;
  if (!PAIRED.has(charset)) return true;
  return decodeStrictly(bytes, charset) === undefined || charsetCost(bytes, "utf-8") < charsetCost(bytes, charset);
}

const PAIRED = new Set(["shift_jis", "euc-jp", "euc-kr", "gb18030", "gbk", "big5"]);

/** One broken letter among good ones is an accident. If no letter is good, the charset is another one. */
function decodeAlmostUtf8(bytes: Uint8Array, declared: string): Decoded | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = count(text, /\ufffd/g);
  const good = count(text, /[\u0080-\ufffc]/g);
  return good > 0 && good >= broken * (declared === "" ? 2 : 1) ? { text, charset: "utf-8" } : undefined;
}

/** Tells whether a text shows that its bytes were read in the wrong charset. */
function isMisread(bytes: Uint8Array, { text, charset }: Decoded): boolean {
  const foreign = count(text, /\P{ASCII}/gu);
  const broken = count(text, /\ufffd/g);
  if (broken > 1 && broken * 10 > foreign) return true;
  // Almost any bytes are valid in these charsets, so only the text shows an error: Cyrillic words that a program calls
  // Latin 1 because it knows no other name, or words with accents that are called GBK.
  const mayBe = LATIN.has(charset) ? /[\u00c0-\u024f]{4}/.test(text) : PAIRED.has(charset);
  // A character takes two bytes.
  if (!mayBe || foreign < (LATIN.has(charset) ? MIN_MISREAD : MIN_MISREAD / 3)) return false;
  const likely = guessCharset(bytes);
  if (PAIRED.has(charset) && PAIRED.has(likely)) return false;
  return charsetCost(bytes, likely) * SURE < charsetCost(bytes, charset);
}

const LATIN = new Set(["windows-1252", "iso-8859-1", "iso-8859-15"]);

/** Bytes that are text in no charset are marked as unreadable. */
function decodeGuessed(bytes: Uint8Array): Decoded {
  const likely = guessCharset(bytes);
  const { text, charset } = decodeAs(bytes, likely);
  const sample = eightBitLines(bytes);
  const foreign = count(new TextDecoder(likely).decode(sample), /\P{ASCII}/gu);
  const isNoise = foreign >= MIN_NOISE && charsetCost(sample, likely) > foreign * MAX_COST;
  return { text: isNoise ? text.replaceAll(/\P{ASCII}/gu, "\ufffd") : text, charset };
}

/** @param charset a result of `readCharset`; it is used without checking the text */
export function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  return { text: RARE[charset]?.(bytes) ?? new TextDecoder(charset).decode(bytes), charset };
}

function decodeStrictly(bytes: Uint8Array, charset: string): Decoded | undefined {
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), charset };
  } catch {
    return undefined;
  }
}

function count(text: string, form: RegExp): number {
  return text.slice(0, SAMPLE).match(form)?.length ?? 0;
}
