import type { TokenGrant } from "./api-token.ts";

/** Whether the caller reaches this agent. A session reaches all of its user's, and a bound token only its own. */
export function isOfToken({ token }: { token?: TokenGrant | undefined }, agentId: string): boolean {
  const bound = token?.agent_ids ?? null;
  return bound === null || bound.includes(agentId);
}
