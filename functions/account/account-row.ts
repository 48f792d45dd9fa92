import type * as z from "zod/mini";
import type { accountRow } from "../../shared/api/account-schemas.ts";
import { budgetWarnings } from "../../shared/usage/budget-warnings.ts";
import { monthOf } from "../../shared/usage/slot.ts";
import { usageReport } from "../../shared/usage/usage-report.ts";
import type { User } from "../../shared/users/user.ts";
import type { Deps } from "./deps.ts";
import { setAside } from "./set-aside.ts";

/**
 * How many of the month's free mails are used. Null where the team offers none. A user whose address is not verified
 * gets none.
 */
function platformKey(isProved: boolean, mails_used: number, mails_per_month: number | undefined) {
  if (mails_per_month === undefined) return null;
  return { available: isProved && mails_used < mails_per_month, mails_per_month, mails_used };
}

/** The account as its owner sees it, with this month's bill. */
export async function accountRowOf(user: User, deps: Deps): Promise<z.infer<typeof accountRow>> {
  const today = deps.now().toISOString().slice(0, 10);
  const month = await deps.usage.days(user.user_id, `${today.slice(0, 7)}-01`, today);
  const { total } = usageReport(month, "day");
  const month_cost_usd = total.cost_usd ?? 0;
  const [ofMonth, keys] = await Promise.all([
    deps.usage.month(user.user_id, monthOf(today)),
    deps.configs.list(user.user_id),
  ]);
  const budget = { budget: user.monthly_budget_usd, whose: "The monthly budget" };
  const isProved = user.email_verified_at !== undefined;
  return {
    id: user.user_id,
    email: user.email,
    email_verified: isProved,
    name: user.name,
    created_at: user.created_at,
    monthly_budget_usd: user.monthly_budget_usd ?? null,
    month_cost_usd,
    month_set_aside: setAside(ofMonth, month_cost_usd),
    month_mails_unpriced: total.mails_unpriced,
    warnings: await budgetWarnings(budget, keys, deps.now()),
    platform_key: platformKey(isProved, total.mails_platform, deps.platformMails),
  };
}
