import type { Agent } from "../../../shared/agents/agent.ts";
import { hashId } from "../../../shared/ids.ts";

/**
 * A word in the instructions that no reply has a reason to hold: an answer that holds it repeats them. It is the same in
 * every prompt of an agent, since a provider charges less for a beginning that it has read before.
 */
export function canaryOf({ agent_id }: Pick<Agent, "agent_id">): string {
  return hashId("canary", agent_id).slice(0, 20);
}

/** The system prompt with the canary before and after it, so that neither half is repeated without one. */
export function withCanary<P extends { system: string }>(prompt: P, agent: Pick<Agent, "agent_id">): P {
  const line = `[Mark of these instructions, not for replies: ${canaryOf(agent)}]`;
  return { ...prompt, system: `${line}\n${prompt.system}\n${line}` };
}

/**
 * True for an answer that repeats the instructions, also with other signs between the letters. It is no wall: a model that is
 * led to tell them in other words, or in a code, is not found out. So nothing secret belongs into instructions.
 */
export function repeatsInstructions(text: string, agent: Pick<Agent, "agent_id">): boolean {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .includes(canaryOf(agent));
}
