import { createHash } from "node:crypto";

export type BodyForm = "simple" | "relaxed";

const [CR, LF, SPACE, TAB] = [13, 10, 32, 9];
const CHUNK = 65_536;

/** The SHA-256 of a body in canonical form (RFC 6376, 3.4.3 and 3.4.4), in base64. It reads the body once, byte by byte. */
export function bodyHash(body: Uint8Array, form: BodyForm): string {
  const hash = createHash("sha256");
  const chunk = Buffer.allocUnsafe(CHUNK);
  let used = 0;
  const put = (byte: number) => {
    chunk[used++] = byte;
    if (used === CHUNK) {
      hash.update(chunk);
      used = 0;
    }
  };
  // Line breaks at the end do not count, and in the relaxed form blanks at the end of a line do not.
  let breaks = 0;
  let isBlank = false;
  let isEmpty = true;
  for (let at = 0; at < body.byteLength; at++) {
    const byte = body[at] ?? 0;
    if (byte === CR && body[at + 1] === LF) continue;
    if (byte === LF) {
      breaks += 1;
      isBlank = false;
    } else if (form === "relaxed" && (byte === SPACE || byte === TAB)) isBlank = true;
    else {
      for (; breaks > 0; breaks--) for (const end of [CR, LF]) put(end);
      if (isBlank) put(SPACE);
      isBlank = false;
      isEmpty = false;
      put(byte);
    }
  }
  if (!isEmpty || form === "simple") for (const end of [CR, LF]) put(end);
  return hash.update(chunk.subarray(0, used)).digest("base64");
}
