/** SES takes 40 MB; a mail is held in memory several times over while it is parsed, and up to ten at once. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** Room for 10 MB of base64. The parser makes a Blob part of each line that is not encoded: 24 µs and 2.5 KB. */
export const MAX_LINES = 150_000;

/** The parser has no limit of its own: 600,000 empty parts cost it 14 s and 1 GB. */
export const MAX_BOUNDARIES = 5_000;

const LF = 0x0a;
const DASH = 0x2d;

/** True when a raw mail is too large to be parsed: in bytes, in lines, or in lines that could begin a part ("--"). */
export function isTooLarge(raw: Uint8Array): boolean {
  if (raw.byteLength > MAX_BYTES) return true;
  let lines = 0;
  let boundaries = 0;
  for (let at = raw.indexOf(LF); at >= 0; at = raw.indexOf(LF, at + 1)) {
    lines++;
    if (raw[at + 1] === DASH && raw[at + 2] === DASH) boundaries++;
    if (lines > MAX_LINES || boundaries > MAX_BOUNDARIES) return true;
  }
  return false;
}
