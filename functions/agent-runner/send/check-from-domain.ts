import { answerAddress } from "../../../shared/agents/address-list.ts";
import type { Agent } from "../../../shared/agents/agent.ts";
import { type KnowsHolders, maySendAs } from "../../../shared/domains/may-use.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { hold, type Stop } from "../stop/stop.ts";

/**
 * Holds a mail whose answer would leave from a domain that the agent's owner does not hold, or not any more. It does not leave
 * from another address instead: the customer wrote to this one, and an answer from an unknown sender looks like fraud.
 */
export async function checkFromDomain(
  { run, agent }: { run: Run; agent: Agent },
  deps: KnowsHolders & { now: () => Date },
): Promise<Stop | undefined> {
  if (run.is_test || run.is_summary) return undefined;
  const address = answerAddress(agent, run.recipient, deps.now());
  return (await maySendAs({ user_id: agent.user_id, address }, deps)) ? undefined : hold("domain_unproven");
}
