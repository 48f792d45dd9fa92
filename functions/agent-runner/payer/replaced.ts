import type { Agent } from "../../../shared/agents/agent.ts";
import type { AgentStore } from "../../../shared/agents/agent-store.ts";
import { type Chooses, configFor, type Payer, platformPayer, type Terms } from "./choose-payer.ts";
import { type ReadsOwner, readOwner } from "./owner-rows.ts";

export type LooksAgain = Chooses & ReadsOwner & { agents: AgentStore };

/**
 * True if the agent's next call would be made on other terms than `asked`, because its owner has replaced, changed or
 * deleted the key or chosen another provider. A failure on the old terms then does not decide about the mail. Undefined
 * means that there was no key.
 */
export async function isReplaced(asked: Terms | undefined, agent: Agent, deps: LooksAgain): Promise<boolean> {
  const [current, owner] = await Promise.all([agentNow(agent, deps), readOwner(agent.user_id, deps)]);
  const terms = configFor(current, owner) ?? (await platformPayer(owner, deps))?.config;
  return !isSame(asked, terms);
}

/** Does the same for the payer of a call, which may be the agent's fallback. */
export async function isPayerReplaced(from: Payer, agent: Agent, deps: LooksAgain): Promise<boolean> {
  if (from.paidBy === "platform" || from.fallbackFrom === undefined) return isReplaced(from.config, agent, deps);
  const { fallback_provider } = await agentNow(agent, deps);
  const terms = fallback_provider === null ? undefined : await deps.configs.get(agent.user_id, fallback_provider);
  return !isSame(from.config, terms);
}

async function agentNow(agent: Agent, { agents }: Pick<LooksAgain, "agents">): Promise<Agent> {
  return (await agents.get(agent.user_id, agent.agent_id)) ?? agent;
}

const DECISIVE = ["provider", "key_fingerprint", "model_name", "temperature", "max_tokens"] as const;

function isSame(a: Terms | undefined, b: Terms | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return DECISIVE.every((name) => a[name] === b[name]);
}
