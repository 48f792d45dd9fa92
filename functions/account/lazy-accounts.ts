import type { AccountEnding } from "../../shared/accounts/account-ending.ts";
import type { Sessions } from "../../shared/accounts/sessions.ts";
import { lazy } from "../../shared/aws/lazy.ts";
import type { Deps } from "./deps.ts";
import type { Env } from "./env.ts";

type Pool = Pick<Env, "USER_POOL_ID" | "USER_POOL_CLIENT_ID">;
type Made = { sessions: Sessions; accounts: AccountEnding };

/** Calls the user pool for the one route that needs it. The client is loaded with the first request of that route. */
export function lazyAccounts(pool: Pool): Pick<Deps, "sessions" | "accounts"> {
  const made = lazy(async (): Promise<Made> => (await import("./user-pool.ts")).userPool(pool));
  return {
    sessions: {
      provePassword: async (username, password) => (await made()).sessions.provePassword(username, password),
    },
    accounts: { signOutEverywhere: async (username) => (await made()).accounts.signOutEverywhere(username) },
  };
}
