import type { Agent } from "../../../shared/agents/agent.ts";
import { hashId } from "../../../shared/ids.ts";

/**
 * A random word in the instructions: an answer that contains it repeats them. It is the same in every prompt of an agent,
 * because providers charge less for a prompt that begins as an earlier one did.
 */
export function canaryOf({ agent_id }: Pick<Agent, "agent_id">): string {
  return hashId("canary", agent_id).slice(0, 20);
}

/** Puts the canary before and after the system prompt, so that each half is repeated together with one. */
export function withCanary<P extends { system: string }>(prompt: P, agent: Pick<Agent, "agent_id">): P {
  const line = `[Mark of these instructions, not for replies: ${canaryOf(agent)}]`;
  return { ...prompt, system: `${line}\n${prompt.system}\n${line}` };
}

/**
 * True for an answer that repeats the instructions, even with other signs between the letters. It does not detect
 * instructions that the model puts in other words or encodes, so nothing secret belongs in them.
 */
export function repeatsInstructions(text: string, agent: Pick<Agent, "agent_id">): boolean {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .includes(canaryOf(agent));
}
