import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** The names and values that a ciphertext is bound to; a call that opens it must give the same. */
export type EncryptionContext = Record<string, string>;

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Version, length of the key id, key id, nonce, tag, ciphertext: as with KMS, a blob says by itself which key opens it. */
export function seal(key: Buffer, keyId: string, plaintext: Buffer, context: EncryptionContext): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(canonical(context));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const id = Buffer.from(keyId);
  return Buffer.concat([Buffer.from([VERSION, id.length]), id, iv, cipher.getAuthTag(), ciphertext]);
}

/** Undefined when the blob was not made by `seal`. */
export function keyIdOf(blob: Buffer): string | undefined {
  const length = blob[1] ?? 0;
  const readable = blob[0] === VERSION && length > 0 && blob.length >= 2 + length + IV_BYTES + TAG_BYTES;
  return readable ? blob.subarray(2, 2 + length).toString() : undefined;
}

/** Undefined when the blob was altered, or sealed with another key or another context. */
export function open(key: Buffer, blob: Buffer, context: EncryptionContext): Buffer | undefined {
  const ivAt = 2 + (blob[1] ?? 0);
  const tagAt = ivAt + IV_BYTES;
  const bodyAt = tagAt + TAG_BYTES;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(ivAt, tagAt), { authTagLength: TAG_BYTES });
    decipher.setAAD(canonical(context)).setAuthTag(blob.subarray(tagAt, bodyAt));
    return Buffer.concat([decipher.update(blob.subarray(bodyAt)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Sorted by key, each part after its length: two different contexts never give the same bytes. */
function canonical(context: EncryptionContext): Buffer {
  const parts = Object.keys(context)
    .sort()
    .flatMap((name) => [name, context[name] ?? ""]);
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}
