import { createHash } from "node:crypto";
import { ACCOUNT, REGION } from "../aws/account.ts";

// Everything that AWS would name at random is derived from the logical id.
const LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";

/** `length` letters and digits that stay the same for the same logical id. */
export function stableId(logicalId: string, length: number, alphabet = LOWER): string {
  const bytes = createHash("sha512").update(logicalId).digest();
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join("");
}

/** The shape of a KMS key id. */
export function stableUuid(logicalId: string): string {
  const hex = createHash("sha256").update(logicalId).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** Cognito's shape, which aws-jwt-verify insists on: Region, underscore, nine letters and digits. */
export function userPoolId(logicalId: string): string {
  return `${REGION}_${stableId(logicalId, 9)}`;
}

/** The name a person reads: CDK ends a logical id with eight hex digits. */
export function readableName(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, "") || logicalId;
}

export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}
