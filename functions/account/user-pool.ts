import { AccountEnding } from "../../shared/accounts/account-ending.ts";
import { Sessions } from "../../shared/accounts/sessions.ts";
import { cognito } from "../../shared/aws/cognito.ts";
import type { Env } from "./env.ts";

/** In its own file, so that a bundle loads it only when it is needed: see late-accounts.ts. */
export function userPool({ USER_POOL_ID, USER_POOL_CLIENT_ID }: Pick<Env, "USER_POOL_ID" | "USER_POOL_CLIENT_ID">) {
  const client = cognito();
  return {
    sessions: new Sessions(client, USER_POOL_ID, USER_POOL_CLIENT_ID),
    accounts: new AccountEnding(client, USER_POOL_ID),
  };
}
