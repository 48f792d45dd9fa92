import { cutText } from "./cut.ts";

// Decoding can put line breaks into a header value, since RFC 2047 allows any byte in an encoded word. Written back
// into a header, a line break would start a new field.
const SPACES = /[\s\u0085]+/gu;
const CONTROLS = /(?![\s\u0085])\p{Cc}/gu;
// https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters: they make a line display differently from its
// contents.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** One clean line for a header, a list or a file name: at most `max` UTF-16 code units, trimmed. */
export function cleanLine(text: string, max: number): string {
  return cutText(text.replace(CONTROLS, "").replace(BIDI, "").replace(SPACES, " ").trim(), max).trimEnd();
}
