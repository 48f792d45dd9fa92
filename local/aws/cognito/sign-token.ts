import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import * as z from "zod";
import type { SigningKey } from "./pool.ts";

/** A JWT signed with RS256 (RFC 7515), from whatever claims it is given. */
export function signToken({ kid, privateKey }: SigningKey, claims: object): string {
  const content = `${encode({ kid, alg: "RS256" })}.${encode(claims)}`;
  return `${content}.${sign("RSA-SHA256", Buffer.from(content), privateKey).toString("base64url")}`;
}

/** The claims, unchecked; undefined when the token is not signed with this key. */
export function openToken({ privateKey }: SigningKey, token: string): Record<string, unknown> | undefined {
  const [header, payload, signature] = token.split(".");
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  const content = Buffer.from(`${header}.${payload}`);
  const isSigned = verify("RSA-SHA256", content, createPublicKey(privateKey), Buffer.from(signature, "base64url"));
  if (!isSigned) return undefined;
  return z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
}

/** The key as `/.well-known/jwks.json` shows it (RFC 7517). */
export function publicJwk({ kid, privateKey }: SigningKey): object {
  return { ...createPublicKey(createPrivateKey(privateKey)).export({ format: "jwk" }), kid, alg: "RS256", use: "sig" };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
