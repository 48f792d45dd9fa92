import type { Run } from "../../../shared/runs/run.ts";

/** A mail that waited longer than this is not answered without the owner's word. */
export const MAX_AGE_MS = 48 * 60 * 60_000;

/** One that a limit of a day or month held: a month, and what it may then wait for its turn. */
const MAX_HELD_MS = 35 * 24 * 60 * 60_000;

type Waits = Pick<Run, "released" | "renewed" | "received_at" | "reopened_at">;

/** Milliseconds that the mail may go on waiting; negative when it has waited too long. */
export function timeLeft({ released, renewed, received_at, reopened_at = received_at }: Waits, now: Date): number {
  const left = (since: string, most: number) => Date.parse(since) + most - now.getTime();
  if (renewed) return Math.min(left(received_at, MAX_HELD_MS), left(reopened_at, MAX_AGE_MS));
  return left(released ? received_at : reopened_at, MAX_AGE_MS);
}
