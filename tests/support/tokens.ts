import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

export const POOL = { USER_POOL_ID: "us-east-1_Test00001", USER_POOL_CLIENT_ID: "testclient" };
export const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL.USER_POOL_ID}`;

type Json = Record<string, unknown>;
/** Undefined takes a claim out. */
export type TokenChanges = { claims?: Json; header?: Json; key?: KeyObject };

/** A user pool's signing key: makes tokens, and serves its public half as the pool's key set. */
export class TestPool {
  readonly key = newKey();
  readonly publicKey = createPublicKey(this.key);
  /** How often the key set was asked for. */
  fetches = 0;

  readonly fetch: typeof fetch = async (input) => {
    this.fetches += 1;
    if (String(input) !== `${ISSUER}/.well-known/jwks.json`) return new Response(null, { status: 404 });
    const jwk = this.publicKey.export({ format: "jwk" });
    return Response.json({ keys: [{ ...jwk, kid: "key1", alg: "RS256", use: "sig" }] });
  };

  /** A good access token of `sub`, unless `changes` makes it something else. */
  token(sub: string, { claims, header, key = this.key }: TokenChanges = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      sub,
      username: sub,
      iss: ISSUER,
      client_id: POOL.USER_POOL_CLIENT_ID,
      token_use: "access",
      scope: "aws.cognito.signin.user.admin",
      iat: now - 10,
      exp: now + 600,
      ...claims,
    };
    const signed = `${encode({ alg: "RS256", kid: "key1", ...header })}.${encode(payload)}`;
    return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
  }

  /** The old attack: the public key as the secret of a symmetric signature. */
  symmetric(sub: string): string {
    const [, payload = ""] = this.token(sub).split(".");
    const signed = `${encode({ alg: "HS256", kid: "key1" })}.${payload}`;
    const pem = this.publicKey.export({ format: "pem", type: "spki" });
    return `${signed}.${createHmac("sha256", pem).update(signed).digest("base64url")}`;
  }

  unsigned(sub: string): string {
    const [, payload = ""] = this.token(sub).split(".");
    return `${encode({ alg: "none" })}.${payload}.`;
  }
}

export function newKey(): KeyObject {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { format: "pem", type: "pkcs8" },
    publicKeyEncoding: { format: "pem", type: "spki" },
  });
  return createPrivateKey(privateKey);
}

function encode(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
