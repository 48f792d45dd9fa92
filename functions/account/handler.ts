import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import { isLimitRaised } from "../../shared/limits/raised.ts";
import type { User } from "../../shared/users/user.ts";
import { accountRowOf } from "./account-row.ts";
import { deleteAccount } from "./delete-account.ts";
import type { Deps } from "./deps.ts";
import { exportPageOf } from "./export-page.ts";
import { askUnsubscribe, getReminders, patchReminders, unsubscribe } from "./reminders.ts";

export function accountHandlers(deps: Deps): Handlers<"account"> {
  const { users } = deps;
  return {
    getAccount: async ({ user }) => {
      const row = requireUser(await users.get(user.id));
      return { status: 200, body: await accountRowOf(row, deps) };
    },

    patchAccount: async ({ user, body: { name, monthlyBudgetUsd: monthly_budget_usd } }) => {
      const changes = { name, monthly_budget_usd };
      const isChange = Object.values(changes).some((value) => value !== undefined);
      const before = requireUser(await users.get(user.id));
      const row = isChange ? requireUser(await users.patch(user.id, changes)) : before;
      if (isLimitRaised(before.monthly_budget_usd, row.monthly_budget_usd)) {
        await deps.jobs.requeueHeld(user.id, { resolved: "limits" });
      }
      return { status: 200, body: await accountRowOf(row, deps) };
    },

    exportAccount: async ({ user, query }) => ({ status: 200, body: await exportPageOf(user.id, query.cursor, deps) }),

    deleteAccount: (request) => deleteAccount(request, deps),

    getReminders: (request) => getReminders(request, deps),
    patchReminders: (request) => patchReminders(request, deps),
    askUnsubscribe,
    unsubscribe: (request) => unsubscribe(request, deps),
  };
}

/** The account may have been deleted since the token was checked. */
function requireUser(user: User | undefined): User {
  if (user === undefined) throw new LatchkeyError("unauthorized");
  return user;
}
