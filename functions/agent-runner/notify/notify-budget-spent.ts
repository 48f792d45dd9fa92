import type { AgentStore } from "../../../shared/agents/agent-store.ts";
import type { NoticeQueue } from "../../../shared/notices/notice-queue.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { Reservations } from "../../../shared/usage/reservations.ts";
import { monthOf, type Slot } from "../../../shared/usage/slot.ts";
import type { UserStore } from "../../../shared/users/user-store.ts";

export type NotifiesBudget = {
  usage: Reservations;
  users: UserStore;
  agents: AgentStore;
  notices: Pick<NoticeQueue, "enqueue">;
};
type Budget = { spent: number; budget: number; period: string; agentName?: string };

/** The spent share of a budget at which its owner is warned. */
const WARN_AT = 0.8;

/**
 * Notifies an owner when 80 % of a budget is spent, and when the budget has no room for another call. It may be called
 * after every call: each notice is sent once per month or day of the budget.
 * @param refusal the budget that has just refused a call, whatever is spent of it
 */
export async function notifyBudgetSpent(
  { user_id }: Pick<Run, "user_id">,
  slot: Slot,
  deps: NotifiesBudget,
  refusal?: "monthly_budget" | "agent_daily_budget",
): Promise<void> {
  const [user, agent, spent] = await Promise.all([
    deps.users.get(user_id),
    deps.agents.get(user_id, slot.agentId),
    deps.usage.spent(slot),
  ]);
  const ofMonth = user?.monthly_budget_usd;
  const ofDay = agent?.max_usd_per_day;
  if (ofMonth) {
    const budget = { spent: spent.month, budget: ofMonth, period: monthOf(slot.day) };
    await notifyOwner(user_id, budget, refusal === "monthly_budget", deps);
  }
  if (agent && ofDay) {
    const budget = { spent: spent.day, budget: ofDay, period: slot.day, agentName: agent.name };
    await notifyOwner(user_id, budget, refusal === "agent_daily_budget", deps, agent.agent_id);
  }
}

async function notifyOwner(
  user_id: string,
  of: Budget,
  isRefused: boolean,
  { notices }: NotifiesBudget,
  agentId = "",
): Promise<void> {
  const spent_usd = of.spent / 1e9;
  const kind = isRefused || spent_usd >= of.budget ? "budget_100" : "budget_80";
  if (kind === "budget_80" && spent_usd < WARN_AT * of.budget) return;
  await notices.enqueue({
    kind,
    user_id,
    episode: `${agentId}${agentId && ":"}${of.period}`,
    period: of.period,
    spent_usd,
    budget_usd: of.budget,
    ...(of.agentName !== undefined && { agent_name: of.agentName }),
  });
}
