import { hashId } from "../ids.ts";

/** A hash, so that no text of a user is part of a key. */
export function deniedId(agentId: string, pattern: string): string {
  return hashId("denied", agentId, pattern);
}

/** The sort key of an agent's denied sender. */
export function deniedKey(agentId: string, pattern: string): string {
  return `${agentId}:${deniedId(agentId, pattern)}`;
}
