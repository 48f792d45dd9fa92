import type { Answer } from "../../api/types.ts";
import { StateBadge } from "../../components/state-badge.tsx";

export type Agent = Answer<"getAgent">;

/** The agent's handling of a new mail, in one word. */
export function AgentBadge({ agent }: { agent: Pick<Agent, "is_active" | "mode"> }) {
  if (!agent.is_active) return <StateBadge label="Paused" color="orange" />;
  if (agent.mode === "draft") return <StateBadge label="Drafts" color="ink" />;
  return <StateBadge label="Answers" color="green" />;
}
