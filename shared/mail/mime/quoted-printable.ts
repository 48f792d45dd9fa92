const EQUALS = 0x3d;
const SPACE = 0x20;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;

/** RFC 2045, 6.7. Invalid escapes stay as they are. */
export function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.byteLength);
  let length = 0;
  /** The output length without trailing blanks that were sent as blanks. */
  let solid = 0;
  for (let at = 0; at < body.byteLength; at++) {
    const byte = body[at] ?? 0;
    if (byte !== EQUALS) {
      // Blanks at the end of a line were added in transit; an intended one is encoded as "=20".
      if (byte === LF || byte === CR) length = solid;
      out[length++] = byte;
      if (byte !== SPACE && byte !== TAB) solid = length;
      continue;
    }
    const end = softBreakEnd(body, at + 1);
    const value = hex(body[at + 1]) * 16 + hex(body[at + 2]);
    if (end > 0) at = end - 1;
    else if (value >= 0) {
      out[length++] = value;
      at += 2;
    } else out[length++] = byte;
    solid = length;
  }
  return out.subarray(0, length);
}

/** Returns where the line after a soft break starts; 0 if "=" is not a soft break. */
function softBreakEnd(body: Uint8Array, from: number): number {
  let at = from;
  while (at < body.byteLength && at - from < 76 && (body[at] === SPACE || body[at] === TAB)) at++;
  if (at === body.byteLength || body[at] === LF) return at + 1;
  if (body[at] !== CR) return 0;
  return body[at + 1] === LF ? at + 2 : at + 1;
}

/**
 * Returns a large negative number for a character that is not a digit, so that the value stays negative with any
 * second digit.
 */
function hex(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1_000;
}
