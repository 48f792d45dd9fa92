import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { readTags } from "./tags.ts";

/** Shorter keys can be broken (RFC 8301, 3.2). */
const LEAST_BITS = 1024;
/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const ED25519_HEAD = Buffer.from("302a300506032b6570032100", "hex");

export type Algorithm = "rsa-sha256" | "ed25519-sha256";

/** RFC 8617, 4.1.1 and RFC 8463: the two that a verifier has to know. RSA with SHA-1 proves nothing any more. */
export function algorithmOf(value: string | undefined): Algorithm | undefined {
  const name = value?.toLowerCase();
  return name === "rsa-sha256" || name === "ed25519-sha256" ? name : undefined;
}

/**
 * True when the signature of `data` is that of the published key (RFC 6376, 3.6.1). A name with several records has no key,
 * since nobody can say which one is meant.
 */
export function isSigned(data: string, signature: string, algorithm: Algorithm, records: readonly string[]): boolean {
  const [record, ...others] = records;
  const key = record === undefined || others.length > 0 ? undefined : keyOf(record, algorithm);
  if (key === undefined) return false;
  const [bytes, signed] = [Buffer.from(data, "latin1"), Buffer.from(signature, "base64")];
  try {
    if (algorithm === "rsa-sha256") return verify("sha256", bytes, key, signed);
    return verify(null, createHash("sha256").update(bytes).digest(), key, signed);
  } catch {
    return false;
  }
}

function keyOf(record: string, algorithm: Algorithm): KeyObject | undefined {
  const tags = readTags(record);
  const type = algorithm === "rsa-sha256" ? "rsa" : "ed25519";
  const [version = "DKIM1", kind = "rsa", hashes = "sha256", services = "*"] = ["v", "k", "h", "s"].map((name) =>
    tags.get(name),
  );
  const isUsable =
    version === "DKIM1" && kind.toLowerCase() === type && lists(hashes, ["sha256"]) && lists(services, ["*", "email"]);
  const bytes = Buffer.from((tags.get("p") ?? "").replaceAll(/\s/g, ""), "base64");
  // An empty key is one that its owner has taken back.
  if (!isUsable || bytes.byteLength === 0) return undefined;
  try {
    const der = type === "rsa" ? bytes : Buffer.concat([ED25519_HEAD, bytes]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    const { modulusLength = LEAST_BITS } = key.asymmetricKeyDetails ?? {};
    return key.asymmetricKeyType === type && modulusLength >= LEAST_BITS ? key : undefined;
  } catch {
    return undefined;
  }
}

function lists(value: string, wanted: string[]): boolean {
  return value.split(":").some((one) => wanted.includes(one.trim().toLowerCase()));
}
