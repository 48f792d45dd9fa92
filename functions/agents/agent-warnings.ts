import type { Agent } from "../../shared/agents/agent.ts";
import type { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import { defaultProvider } from "../../shared/ai-configs/default-config.ts";
import { budgetWarnings } from "../../shared/usage/budget-warnings.ts";
import type { UserStore } from "../../shared/users/user-store.ts";

/** Where to find the key that answers for an agent. */
export type Keys = { configs: Pick<ConfigStore, "list">; users: Pick<UserStore, "get"> };

/**
 * Warnings about the agent's settings for its owner. There are none for a budget that has room, or for an owner without
 * a key.
 */
export async function agentWarnings(agent: Agent, keys: Keys | undefined, now: Date): Promise<string[]> {
  const { user_id, provider, max_usd_per_day: budget } = agent;
  if (budget === null || keys === undefined) return [];
  const [user, rows] = await Promise.all([keys.users.get(user_id), keys.configs.list(user_id)]);
  const answers = provider ?? defaultProvider(user?.default_provider, rows);
  const of = rows.filter((row) => row.provider === answers);
  return budgetWarnings({ budget, whose: "The agent's daily budget" }, of, now);
}
