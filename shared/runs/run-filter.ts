import type * as z from "zod/mini";
import type { stateFilter } from "./run-state.ts";

export type RunFilter = { state: z.infer<typeof stateFilter> | undefined; q: string | undefined };

/**
 * Tests whether a run belongs in the list. Undefined where all do. The API and the web app's live list share this test.
 */
export function isLike({ state, q }: RunFilter): ((run: Listed) => boolean) | undefined {
  if (state === undefined && q === undefined) return undefined;
  const states: readonly string[] = state === "needs_owner" ? ["held", "drafted"] : state ? [state] : [];
  const wanted = q?.toLowerCase();
  return (run) =>
    (states.length === 0 || states.includes(run.state)) &&
    (wanted === undefined || [run.from, run.subject].some((text) => text.toLowerCase().includes(wanted)));
}

type Listed = { state: string; from: string; subject: string };
