import type { Run } from "../../../shared/runs/run.ts";

/** A mail that waited longer than this is answered only if its owner reopens it. */
export const MAX_AGE_MS = 48 * 60 * 60_000;

/** The same for a mail that was held by a daily or monthly limit: a month, and some days until its turn. */
const MAX_HELD_MS = 35 * 24 * 60 * 60_000;

type Waits = Pick<Run, "released" | "renewed" | "received_at" | "reopened_at">;

/** The milliseconds that the mail may still wait; negative if it has waited too long. */
export function remainingWaitMs(
  { released, renewed, received_at, reopened_at = received_at }: Waits,
  now: Date,
): number {
  const left = (since: string, most: number) => Date.parse(since) + most - now.getTime();
  if (renewed) return Math.min(left(received_at, MAX_HELD_MS), left(reopened_at, MAX_AGE_MS));
  return left(released ? received_at : reopened_at, MAX_AGE_MS);
}
