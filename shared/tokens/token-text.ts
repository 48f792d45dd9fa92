import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

/** With it, a secret scanner finds a token in a commit, and our own functions tell it from a session's token. */
export const API_TOKEN_PREFIX = "lk_";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 190 random bits, of which the four characters in lists tell 24. */
const RANDOM_LENGTH = 32;
/** 62 ** 6 is more than 2 ** 32. */
const CHECKSUM_LENGTH = 6;
const FORM = /^lk_[0-9A-Za-z]{38}$/;
const ANYWHERE = /lk_[0-9A-Za-z]{38}/;

/** A new token: the prefix, 32 random characters, and their CRC-32, by which a typing error is told from a revoked token. */
export function makeTokenText(): string {
  const head = `${API_TOKEN_PREFIX}${randomDigits(RANDOM_LENGTH)}`;
  return `${head}${checksumOf(head)}`;
}

/** Whether this is an API token, good or not, and no session's token. */
export function isApiToken(text: string): boolean {
  return text.startsWith(API_TOKEN_PREFIX);
}

/** Whether the text can have been made here. One that was mistyped or cut is refused without a look into the table. */
export function isWellFormed(text: string): boolean {
  if (!FORM.test(text)) return false;
  const head = text.slice(0, -CHECKSUM_LENGTH);
  return checksumOf(head) === text.slice(-CHECKSUM_LENGTH);
}

/** The first token-like part of a text. */
export function findToken(text: string): string | undefined {
  return ANYWHERE.exec(text)?.[0];
}

/**
 * What is stored of a token. Its 190 bits are random, so nobody can guess them offline, and a slow hash for passwords
 * would only slow each call down. Equal tokens must have equal hashes, so there is no salt.
 */
export function hashToken(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The part that lists show, so that the owner can tell which token stands in a program's settings. */
export function hintOf(text: string): string {
  return text.slice(0, API_TOKEN_PREFIX.length + 4);
}

function checksumOf(head: string): string {
  let left = crc32(head);
  let digits = "";
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    digits = `${DIGITS[left % 62]}${digits}`;
    left = Math.floor(left / 62);
  }
  return digits;
}

/** Bytes from 248 on are dropped: with them, the first digits would be more frequent than the others. */
function randomDigits(length: number): string {
  let digits = "";
  while (digits.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && digits.length < length) digits += DIGITS[byte % 62];
    }
  }
  return digits;
}
