import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import type { User } from "../../shared/users/user.ts";
import { accountRowOf } from "./account-row.ts";
import type { Deps } from "./deps.ts";

export function accountHandlers(deps: Deps): Handlers<"account"> {
  const { users } = deps;
  return {
    getAccount: async ({ user }) => {
      const row = living(await users.get(user.id));
      return { status: 200, body: await accountRowOf(row, deps) };
    },

    patchAccount: async ({ user, body: { name, monthlyBudgetUsd: monthly_budget_usd } }) => {
      const changes = { name, monthly_budget_usd };
      const isChange = Object.values(changes).some((value) => value !== undefined);
      const row = living(isChange ? await users.patch(user.id, changes) : await users.get(user.id));
      return { status: 200, body: await accountRowOf(row, deps) };
    },
  };
}

/** An access token outlives its account by up to 15 minutes; here it is worth nothing. */
function living(user: User | undefined): User {
  if (user === undefined || user.deleting_at !== undefined) throw new LatchkeyError("unauthorized");
  return user;
}
