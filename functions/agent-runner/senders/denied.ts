import type { Agent } from "../../../shared/agents/agent.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { DenyLookup } from "../../../shared/senders/deny-lookup.ts";
import type { Stop } from "../stop/stop.ts";

/**
 * Passes over a mail whose sender the agent's owner has denied. From counts as it is written, proved or not, because a
 * forged denied sender is no better than a real one, and so does the reader whom Reply-To names. It comes before the
 * rules, so that a denied sender wins over every list of allowed ones. An agent that never denied anybody costs no call.
 */
export async function checkDenied(
  { run, agent, mail, read }: { run: Run; agent: Agent; mail: { senders: string[] }; read: Read },
  { denied }: { denied: DenyLookup },
): Promise<Stop | undefined> {
  if (!agent.denies_senders || run.is_test || wasAskedFor(run)) return undefined;
  const senders = [...mail.senders, read.reply.to];
  const isDenied = await denied.hasAny(run.user_id, agent.agent_id, senders);
  return isDenied ? { stop: "rest", state: "skipped", reason: "denied_sender", read } : undefined;
}

/** True where the owner asks for an answer to this mail. A limit that is raised or renewed asks for none. */
export function wasAskedFor({ reopened_at, released }: Run): boolean {
  return reopened_at !== undefined && !released;
}
