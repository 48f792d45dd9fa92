import type { Run } from "../../shared/runs/run.ts";

/** A mail that waited longer than this is not answered without the owner's word. */
export const MAX_AGE_MS = 48 * 60 * 60_000;

type Waits = Pick<Run, "released" | "received_at" | "reopened_at">;

/** Milliseconds that the mail may go on waiting; negative when it has waited too long. */
export function timeLeft({ released, received_at, reopened_at }: Waits, now: Date): number {
  const since = released ? received_at : (reopened_at ?? received_at);
  return Date.parse(since) + MAX_AGE_MS - now.getTime();
}
