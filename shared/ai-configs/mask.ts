import { createHash } from "node:crypto";

const SHOWN = 10;

/** What may be shown of a key: at most its first 10 characters, at most a third of it, then `...`. */
export function mask(key: string): string {
  return `${key.slice(0, Math.min(SHOWN, Math.floor(key.length / 3)))}...`;
}

/** Tells two keys apart that begin alike: the first 16 hex digits of the key's SHA-256. */
export function fingerprint(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 16);
}
