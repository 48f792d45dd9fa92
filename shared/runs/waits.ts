import type { Run } from "./run.ts";

/**
 * True for a run that rests until its owner says what to do: a draft, or a mail on hold. A test mail waits for nobody,
 * and neither does one that continues by itself at a time that is set.
 */
export function waitsForOwner({ state, is_test, opens_at }: Pick<Run, "state" | "is_test" | "opens_at">): boolean {
  return !is_test && (state === "drafted" || (state === "held" && opens_at === undefined));
}
