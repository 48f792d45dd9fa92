import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"; // 32 letters and digits, without l, o, 0 and 1

/** An opaque random id of `length` characters, 5 random bits each, from `a-z2-9` without look-alikes. */
export function randomId(length = 20): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join("");
}

/**
 * A stable id made of parts: 128 bits of SHA-256, as 32 hex digits.
 * Each part is prefixed with its length, so ("ab", "c") and ("a", "bc") differ.
 */
export function hashId(...parts: string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("hex").slice(0, 32);
}
