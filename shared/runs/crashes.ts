import type { RunReason } from "./reasons.ts";
import type { Run } from "./run.ts";

/**
 * How many claims in a row may end without an outcome. After that, nobody works on the mail until its owner reopens it.
 */
export const MAX_CRASHES = 3;

/**
 * The number of claims in a row that have ended without an outcome once the lease expires. Every outcome releases the
 * lease, so an expired lease belongs to a process that crashed or ran out of time.
 */
export function countCrashes({ crashes = 0, lease }: Pick<Run, "crashes" | "lease">): number {
  return lease === undefined ? crashes : crashes + 1;
}

/** True for a run that was given up, until its owner reopens it. */
export function wasGivenUp({ crashes = 0 }: Pick<Run, "crashes">): boolean {
  return crashes >= MAX_CRASHES;
}

/** The reason that the owner reads. A run stores its reply address as soon as its mail is read. */
export function reasonOfCrashes({ calls_lost, reply }: Run, maxCallsLost: number): RunReason {
  if (calls_lost >= maxCallsLost) return "answer_lost";
  return reply === undefined ? "mail_unreadable" : "broke_down";
}
