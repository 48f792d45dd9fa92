import type { RunState } from "./state-badge.tsx";

const MOVING: readonly RunState[] = ["received", "claimed", "generated", "sending"];

/** Something will become of the mail by itself, soon. */
export function isMoving({ state }: { state: RunState }): boolean {
  return MOVING.includes(state);
}
