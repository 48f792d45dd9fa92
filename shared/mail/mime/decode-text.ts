import { type Decoded, readCharset } from "./charset.ts";
import { withoutPgpSignature } from "./clear-signed.ts";
import { joinFlowedLines } from "./flowed.ts";
import type { Part } from "./part.ts";
import { decodeQuotedPrintable } from "./quoted-printable.ts";
import { decodeUuencode, replaceUuFiles } from "./uuencode.ts";

/** This much of a body shows whether it is encoded as its header says. */
const SAMPLE = 1_000;

/** Decodes the first `maxBytes` of a text part's body. Returns the text and the charset that was used. */
export function readText(part: Part, maxBytes: number): Decoded {
  const bytes = decodeTransfer(part.encoding, part.body.subarray(0, maxBytes));
  const declared = part.params["charset"] ?? (part.type === "text/html" ? metaCharset(bytes) : "");
  const { text, charset } = readCharset(bytes, declared);
  if (part.type !== "text/plain") return { text, charset };
  const isFlowed = part.params["format"]?.toLowerCase() === "flowed";
  const whole = isFlowed ? joinFlowedLines(text, part.params["delsp"]?.toLowerCase() === "yes") : text;
  return { text: withoutPgpSignature(replaceUuFiles(whole)), charset };
}

/** The decoded size of a part in bytes. For quoted-printable it is the size as sent, which is a little more. */
export function decodedSize({ encoding, body }: Part): number {
  if (!encoding.includes("base64")) return body.byteLength;
  return Math.floor(
    ((digitsInLines(body) ?? body.reduce((count, byte) => count + (isBase64(byte) ? 1 : 0), 0)) * 3) / 4,
  );
}

/**
 * Programs write base64 in lines of equal length, so the size can be computed without counting. Undefined if the lines
 * differ.
 */
function digitsInLines(body: Uint8Array): number | undefined {
  let end = body.byteLength;
  while (end > 0 && !isBase64(body[end - 1] ?? 0)) end--;
  const line = body.indexOf(LF) + 1;
  if (line === 0 || line >= end) return body.subarray(0, Math.min(end, SAMPLE)).every(isBase64) ? end : undefined;
  const breakSize = body[line - 2] === CR ? 2 : 1;
  const breaks = Math.floor(end / line);
  // A few sample lines are enough, since people only read this size.
  const places = [1, 2, Math.floor(breaks / 3), Math.floor((breaks * 2) / 3), breaks].filter(
    (place) => place >= 1 && place <= breaks,
  );
  const isRegular =
    places.every((place) => body[place * line - 1] === LF) && body.indexOf(LF, breaks * line) >= end - 1;
  return isRegular || body.indexOf(LF, breaks * line) < 0 ? end - breaks * breakSize : undefined;
}

const LF = 0x0a;
const CR = 0x0d;

export function decodeTransfer(encoding: string, body: Uint8Array): Uint8Array {
  if (encoding.includes("base64") && isBase64Body(body)) return Buffer.from(latin1(body), "base64");
  if (/quoted.?print/.test(encoding)) return decodeQuotedPrintable(body);
  return /^(?:x-)?uue/.test(encoding) ? decodeUuencode(latin1(body)) : body;
}

/** Text that is only labelled base64 has blanks between words, or characters that base64 does not use. */
function isBase64Body(body: Uint8Array): boolean {
  const start = latin1(body.subarray(0, SAMPLE));
  const blanks = start.match(/\S[ \t]+(?=\S)/g)?.length ?? 0;
  const others = start.match(/[^A-Za-z0-9+/=\s_-]/g)?.length ?? 0;
  return blanks < 3 && others * 20 <= start.length;
}

/** HTML may declare its charset within the first kilobyte. */
function metaCharset(html: Uint8Array): string {
  const name = /<meta\b[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(latin1(html.subarray(0, 1024)))?.[1] ?? "";
  // The declaration would not be readable in UTF-16. https://html.spec.whatwg.org/#determining-the-character-encoding
  // has the same rule.
  return /^utf-?16/i.test(name) ? "" : name;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function isBase64(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x2f && byte <= 0x39) || byte === 0x2b;
}
