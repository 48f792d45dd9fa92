import { decodeCharset } from "./charset.ts";
import { charsetOf } from "./charset-names.ts";

/**
 * The maximum per value; a subject or a name is cut much earlier. Each word may have another charset, which may have
 * to be guessed.
 */
const MAX_WORDS = 200;

type Word = { charset: string; isBase64: boolean; payload: string; end: number };

/**
 * Decodes the encoded words (RFC 2047) in a header's text. It accepts what programs get wrong: words in quotes or
 * without blanks around them, blanks and "?" inside, letters split between words, and missing or misplaced padding.
 */
export function decodeWords(text: string): string {
  return mapWords(text, (decoded) => decoded);
}

/** Returns the same text with each run of encoded words rewritten as one word that any parser can read. */
export function plainWords(text: string): string {
  return mapWords(text, (decoded) => `=?utf-8?B?${Buffer.from(decoded).toString("base64")}?=`);
}

function mapWords(text: string, render: (decoded: string) => string): string {
  if (!text.includes("=?")) return text;
  let out = "";
  let at = 0;
  for (let count = 0; count < MAX_WORDS; ) {
    const start = text.indexOf("=?", at);
    if (start < 0) break;
    const run = wordsAt(text, start, MAX_WORDS - count);
    const last = run.at(-1);
    out += text.slice(at, last ? start : start + 2);
    at = last?.end ?? start + 2;
    if (last) out += render(decodeRun(run));
    count += Math.max(1, run.length);
  }
  return out + text.slice(at);
}

/** Encoded words that are separated only by blanks. These blanks are not part of the text. */
function wordsAt(text: string, start: number, max: number): Word[] {
  const words: Word[] = [];
  for (let at = start; words.length < max; ) {
    const word = wordAt(text, at);
    if (word === undefined) break;
    words.push(word);
    at = word.end;
    while (/[ \t\r\n]/.test(text.charAt(at))) at++;
    if (!text.startsWith("=?", at)) break;
  }
  return words;
}

const HEAD = /=\?([^?\r\n]{1,80})\?([QqBb])\?/y;

function wordAt(text: string, at: number): Word | undefined {
  HEAD.lastIndex = at;
  const [head, charset = "", letter] = HEAD.exec(text) ?? [];
  if (head === undefined) return undefined;
  const from = at + head.length;
  const isBase64 = letter?.toLowerCase() === "b";
  const close = isBase64 ? text.indexOf("?=", from) : closeOfQ(text, from);
  if (close >= 0) return { charset, isBase64, payload: text.slice(from, close), end: close + 2 };
  // The word was cut off at the end of its line.
  const rest = text.slice(from);
  return rest === "" || /\s/.test(rest) ? undefined : { charset, isBase64, payload: rest, end: text.length };
}

/** A literal question mark may come before an escape: `Really?=C3=BC?=`. */
function closeOfQ(text: string, from: number): number {
  let close = text.indexOf("?=", from);
  while (close >= 0 && /^[0-9A-F]{2}[^\s"?]/.test(text.slice(close + 2, close + 5))) {
    const next = text.indexOf("?=", close + 2);
    if (next < 0 || /\s|=\?/.test(text.slice(close + 2, next))) break;
    close = next;
  }
  return close;
}

function decodeRun(words: Word[]): string {
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    if (group && group[0]?.charset.toLowerCase() === word.charset.toLowerCase()) group.push(word);
    else groups.push([word]);
  }
  return groups.map(decodeGroup).join("");
}

/** A letter of several bytes may be split between words of the same charset. */
function decodeGroup(words: Word[]): string {
  const charset = words[0]?.charset ?? "";
  const joined = decodeCharset(Buffer.concat(joinedBase64(words).map(bytesOf)), charset);
  if (!joined.includes("\ufffd") || words.length === 1) return joined;
  const apart = words.map((word) => decodeCharset(bytesOf(word), charset)).join("");
  return apart.includes("\ufffd") ? joined : apart;
}

/** Some programs cut the base64 of a long text wherever the line is full. */
function joinedBase64(words: Word[]): Word[] {
  const out: Word[] = [];
  for (const word of words) {
    const last = out.at(-1);
    const isOpen = last?.isBase64 && word.isBase64 && last.payload.length % 4 !== 0 && !last.payload.endsWith("=");
    if (last && isOpen) out[out.length - 1] = { ...last, payload: last.payload + word.payload };
    else out.push(word);
  }
  return out;
}

function bytesOf({ isBase64, payload, charset }: Word): Buffer {
  // Node stops decoding at padding, which is in the middle where two texts were joined.
  if (isBase64) return Buffer.concat(payload.split(/=+/).map((part) => Buffer.from(part, "base64")));
  const text = payload.replaceAll("_", " ");
  if (charsetOf(charset) === "utf-8" || /^\p{ASCII}*$/u.test(text)) return unescaped(Buffer.from(text));
  return unescaped(Buffer.from(text, "latin1"));
}

function unescaped(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  return Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
