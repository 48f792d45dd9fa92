import type { RunReason } from "./reasons.ts";
import type { Run } from "./run.ts";

/** Claims in a row that may end without an outcome. After them nobody works on the mail without its owner's word. */
export const MAX_CRASHES = 3;

/**
 * How many claims in a row will have ended without an outcome once the lease is over. Every outcome gives the lease
 * back, so a lease that is over and still stands is that of a process that crashed or ran out of time.
 */
export function crashesBy({ crashes = 0, lease }: Pick<Run, "crashes" | "lease">): number {
  return lease === undefined ? crashes : crashes + 1;
}

/** True for a run at rest that was given up, until its owner says again. */
export function wasGivenUp({ crashes = 0 }: Pick<Run, "crashes">): boolean {
  return crashes >= MAX_CRASHES;
}

/** What its owner reads of such a mail. A run keeps where its reply goes from the moment its mail was read. */
export function reasonOfCrashes({ calls_lost, reply }: Run, maxCallsLost: number): RunReason {
  if (calls_lost >= maxCallsLost) return "answer_lost";
  return reply === undefined ? "mail_unreadable" : "broke_down";
}
