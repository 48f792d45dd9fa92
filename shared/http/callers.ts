import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { IdempotencyStore } from "../idempotency/idempotency-store.ts";
import { Repeats } from "../idempotency/repeats.ts";
import { apiTokenCheck, type CheckApiToken } from "../tokens/check-api-token.ts";
import { TokenStore } from "../tokens/token-store.ts";
import { livingUsers } from "../users/living-users.ts";
import { UserStore } from "../users/user-store.ts";
import { tokenVerifier, type VerifyToken } from "./token-verifier.ts";

/** Who may call a function's routes, and what becomes of a repeated POST. */
export type Callers = {
  session: VerifyToken;
  /** Undefined: no API token is taken. */
  apiToken?: CheckApiToken | undefined;
  /** Undefined: an Idempotency-Key is not read. */
  repeats?: Repeats | undefined;
};

type Env = {
  USER_POOL_ID: string;
  USER_POOL_CLIENT_ID: string;
  USERS_TABLE: string;
  API_TOKENS_TABLE: string;
  /** A function without a POST that is repeated has no right to the table. */
  IDEMPOTENCY_KEYS_TABLE?: string;
};

/** What each function of the API but `auth` puts before its handlers. */
export function apiCallers(env: Env, db: DynamoDBDocumentClient): Callers {
  const users = new UserStore(db, env.USERS_TABLE);
  const now = () => new Date();
  return {
    session: livingUsers(tokenVerifier(env), users),
    apiToken: apiTokenCheck({ tokens: new TokenStore(db, env.API_TOKENS_TABLE), users, now }),
    repeats:
      env.IDEMPOTENCY_KEYS_TABLE === undefined
        ? undefined
        : new Repeats(new IdempotencyStore(db, env.IDEMPOTENCY_KEYS_TABLE), now),
  };
}
