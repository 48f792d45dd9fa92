import { CognitoJwtVerifier } from "aws-jwt-verify";
import { JwtBaseError } from "aws-jwt-verify/error";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import * as z from "zod/mini";
import { LatchkeyError } from "../errors.ts";
import type { TokenUser } from "./handlers.ts";

export type VerifyToken = (token: string) => Promise<TokenUser>;

/** Every access token of a user pool has both claims. They are checked because they identify an owner. */
const claims = z.object({ sub: z.string().check(z.minLength(1)), username: z.string().check(z.minLength(1)) });

/** Each access token of a session has it. A route that API tokens may call has no authorizer of Cognito's that would ask for it. */
const SIGNED_IN = "aws.cognito.signin.user.admin";

/** The time that the gateway's authorizer waits for the same keys. */
const FETCH_MS = 1_500;

/**
 * Checks an access token as Cognito's authorizer does, and also its `token_use`, which the gateway does not know. A call
 * that does not come through the gateway therefore needs a valid token too.
 * @param get fetches the pool's public keys, which are cached for the life of the process
 */
export function tokenVerifier(
  pool: { USER_POOL_ID: string; USER_POOL_CLIENT_ID: string },
  get: typeof fetch = fetch,
): VerifyToken {
  const verifier = CognitoJwtVerifier.create(
    { userPoolId: pool.USER_POOL_ID, clientId: pool.USER_POOL_CLIENT_ID, tokenUse: "access", scope: SIGNED_IN },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: (uri) => fetchKeys(uri, get) } }) },
  );
  return async (token) => {
    const payload = await verifier.verify(token).catch((cause: unknown) => {
      throw cause instanceof JwtBaseError ? new LatchkeyError("unauthorized", { cause }) : cause;
    });
    const parsed = claims.safeParse(payload);
    if (!parsed.success) throw new LatchkeyError("unauthorized");
    return { id: parsed.data.sub, username: parsed.data.username };
  };
}

/** Missing keys are a fault on our side. A 401 would make every client log out. */
async function fetchKeys(uri: string, get: typeof fetch): Promise<ArrayBuffer> {
  try {
    const response = await get(uri, { redirect: "error", signal: AbortSignal.timeout(FETCH_MS) });
    if (response.ok) return await response.arrayBuffer();
    throw new Error(`The user pool's keys: HTTP ${response.status}`);
  } catch (cause) {
    throw new LatchkeyError("unavailable", { cause });
  }
}
