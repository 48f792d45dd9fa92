import type { RunState } from "./state-badge.tsx";

const MOVING: readonly RunState[] = ["received", "claimed", "generated", "sending"];

/** True while the mail is still being processed and will change by itself soon. */
export function isMoving({ state }: { state: RunState }): boolean {
  return MOVING.includes(state);
}
