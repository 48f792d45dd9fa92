const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;

/** RFC 2045, 6.7. What is no valid escape stays as it is. */
export function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.byteLength);
  let length = 0;
  for (let at = 0; at < body.byteLength; at++) {
    const byte = body[at] ?? 0;
    if (byte !== EQUALS) {
      // Blanks at the end of a line were added on the way.
      if (byte === LF || byte === CR) length = trimBlanks(out, length);
      out[length++] = byte;
      continue;
    }
    const end = softBreakEnd(body, at + 1);
    const value = hex(body[at + 1]) * 16 + hex(body[at + 2]);
    if (end > 0) at = end - 1;
    else if (value >= 0) {
      out[length++] = value;
      at += 2;
    } else out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** Where the line after a soft break begins; 0 where "=" begins none. */
function softBreakEnd(body: Uint8Array, from: number): number {
  let at = from;
  while (at < body.byteLength && at - from < 76 && (body[at] === 0x20 || body[at] === 0x09)) at++;
  if (at === body.byteLength || body[at] === LF) return at + 1;
  if (body[at] !== CR) return 0;
  return body[at + 1] === LF ? at + 2 : at + 1;
}

function trimBlanks(out: Uint8Array, length: number): number {
  let end = length;
  while (end > 0 && (out[end - 1] === 0x20 || out[end - 1] === 0x09)) end--;
  return end;
}

/** Not a digit: so far below zero that no second digit makes up for it. */
function hex(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1_000;
}
