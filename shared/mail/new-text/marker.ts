import type { Line } from "./line.ts";
import { FRAMED_MARKERS, markerKey } from "./words.ts";

const FRAME = /[-_=*~ ]/;
const MAX_LENGTH = 200;

/** True for a line that announces another mail: `-----Original Message-----`. */
export function isMarker(lines: Line[], at: number, hasHeadersBelow: (at: number) => boolean): boolean {
  const text = lines[at]?.normalized ?? "";
  if (text === "" || text.length > MAX_LENGTH) return false;
  const words = unframed(text);
  if (words.front >= 2 && words.back >= 2) return isKnown(words.text);
  // Apple Mail's line has no frame, so it counts only with headers below it.
  return /[:：]$/.test(text) && FRAMED_MARKERS.has(markerKey(words.text)) && hasHeadersBelow(at);
}

function isKnown(text: string): boolean {
  const words = text
    .replace(/[:：.]$/, "")
    .trim()
    .toLowerCase();
  // Yahoo puts the headers after the frame on the same line; Thunderbird puts two languages into one frame.
  return FRAMED_MARKERS.has(words) || words.split(/-{3,}/).some((part) => FRAMED_MARKERS.has(part.trim()));
}

/** The text between the dashes, and the number of dashes before and after it. */
function unframed(text: string): { text: string; front: number; back: number } {
  let start = 0;
  while (start < text.length && FRAME.test(text.charAt(start))) start++;
  let end = text.length;
  while (end > start && FRAME.test(text.charAt(end - 1))) end--;
  const inner = text.slice(start, end);
  const close = inner.search(/-{3,}/);
  const back = text.length - end + (close > 0 ? 3 : 0);
  return { text: inner, front: start, back };
}
