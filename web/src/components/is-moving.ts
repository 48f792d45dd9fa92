import type { RunState } from "./state-badge.tsx";

const MOVING: readonly RunState[] = ["received", "claimed", "generated", "sending"];

/** A browser's clock may be behind by less. */
const FUTURE_MS = 10 * 60_000;

/** True while the mail is still being processed and will change by itself soon. The next summary waits for its time, which is when it is received. */
export function isMoving({ state, received_at = "" }: { state: RunState; received_at?: string }): boolean {
  return MOVING.includes(state) && received_at < new Date(Date.now() + FUTURE_MS).toISOString();
}
