import type { Agent } from "../../shared/agents/agent.ts";
import type { RunReason } from "../../shared/runs/reasons.ts";
import type { Run } from "../../shared/runs/run.ts";
import type { Deps } from "./deps.ts";

/** Why this correspondent gets no answer by itself now. Asked before a provider is paid; counts the answer if it may be given. */
export async function overCap(run: Run, agent: Agent, to: string, deps: Deps): Promise<RunReason | undefined> {
  const { user_id: userId, run_id: runId, received_at: receivedAt } = run;
  const { agent_id: agentId } = agent;
  const { blocked, caps } = deps.correspondents;
  if (await blocked.has(userId, agentId, to)) return "correspondent_blocked";
  // What its owner asks for is no loop.
  if (run.reopened_at !== undefined) return undefined;
  return caps.take(
    { userId, agentId, runId, receivedAt, to },
    {
      perHour: agent.max_replies_per_correspondent_per_hour,
      perDay: agent.max_replies_per_correspondent_per_day,
      perDomainPerHour: agent.max_replies_per_domain_per_hour,
    },
  );
}
