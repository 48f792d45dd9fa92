import { createHash } from "node:crypto";

const SHOWN = 10;

/** The part of a key that may be shown: at most its first 10 characters, at most a third of it, then `...`. */
export function mask(key: string): string {
  return `${key.slice(0, Math.min(SHOWN, Math.floor(key.length / 3)))}...`;
}

/** The first 16 hex digits of the key's SHA-256. They distinguish two keys with the same beginning. */
export function fingerprint(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 16);
}
