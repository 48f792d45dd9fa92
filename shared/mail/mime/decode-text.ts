import { decodeCharset } from "./charset.ts";
import { unflow } from "./flowed.ts";
import type { Part } from "./part.ts";
import { decodeQuotedPrintable } from "./quoted-printable.ts";

/** The text of a text part, made of the first `maxBytes` of its body. */
export function decodeText(part: Part, maxBytes: number): string {
  const bytes = decodeTransfer(part.encoding, part.body.subarray(0, maxBytes));
  const charset = part.params["charset"] ?? (part.type === "text/html" ? metaCharset(bytes) : "");
  const text = decodeCharset(bytes, charset);
  const isFlowed = part.type === "text/plain" && part.params["format"]?.toLowerCase() === "flowed";
  return isFlowed ? unflow(text, part.params["delsp"]?.toLowerCase() === "yes") : text;
}

/** The size of a part's contents in bytes; for quoted-printable as sent, which is a little more. */
export function decodedSize({ encoding, body }: Part): number {
  if (!encoding.includes("base64")) return body.byteLength;
  let digits = 0;
  for (const byte of body) if (isBase64(byte)) digits++;
  return Math.floor((digits * 3) / 4);
}

export function decodeTransfer(encoding: string, body: Uint8Array): Uint8Array {
  if (encoding.includes("base64")) return Buffer.from(Buffer.from(body).toString("latin1"), "base64");
  return encoding.includes("quoted-printable") ? decodeQuotedPrintable(body) : body;
}

/** HTML may name its charset in itself; it must be within the first kilobyte. */
function metaCharset(html: Uint8Array): string {
  const start = Buffer.from(html.subarray(0, 1024)).toString("latin1");
  return /<meta\b[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(start)?.[1] ?? "";
}

function isBase64(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x2f && byte <= 0x39) || byte === 0x2b;
}
