import type { Agent } from "../../../shared/agents/agent.ts";
import { type KnowsHolders, maySendAs } from "../../../shared/domains/may-use.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { held, type Stop } from "../stop/stop.ts";

/**
 * Holds a mail whose answer would leave from a domain that the agent's owner does not hold, or not any more. It does not leave
 * from another address instead: the customer wrote to this one, and an answer from an unknown sender looks like fraud.
 */
export async function checkFromDomain(
  { run, agent }: { run: Run; agent: Agent },
  deps: KnowsHolders,
): Promise<Stop | undefined> {
  if (run.is_test || run.is_summary) return undefined;
  return (await maySendAs(agent, deps)) ? undefined : held("domain_unproven");
}
