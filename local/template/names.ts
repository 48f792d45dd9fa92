import { createHash } from "node:crypto";
import { ACCOUNT, REGION } from "../aws/account.ts";

// Every name that AWS would choose at random is derived from the logical id.
const LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";

/** `length` letters and digits that stay the same for the same logical id. */
export function stableId(logicalId: string, length: number, alphabet = LOWER): string {
  const bytes = createHash("sha512").update(logicalId).digest();
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join("");
}

/** An id in the format of a KMS key id. */
export function stableUuid(logicalId: string): string {
  const hex = createHash("sha256").update(logicalId).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** Cognito's format, which aws-jwt-verify requires: Region, underscore, nine letters and digits. */
export function userPoolId(logicalId: string): string {
  return `${REGION}_${stableId(logicalId, 9)}`;
}

/** The name for a person, without the eight hex digits that CDK appends to a logical id. */
export function readableName(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, "") || logicalId;
}

export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}
