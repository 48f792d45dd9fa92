import type * as z from "zod/mini";
import type { stateFilter } from "../../shared/api/conversation-schemas.ts";
import type { ListedRun } from "../../shared/runs/run-store.ts";

type Filter = { state: z.infer<typeof stateFilter> | undefined; q: string | undefined };

/** Whether a run belongs into the list; undefined where all do. */
export function isLike({ state, q }: Filter): ((run: ListedRun) => boolean) | undefined {
  if (state === undefined && q === undefined) return undefined;
  const states: readonly string[] = state === "needs_owner" ? ["held", "drafted"] : state ? [state] : [];
  const wanted = q?.toLowerCase();
  return (run) =>
    (states.length === 0 || states.includes(run.state)) &&
    (wanted === undefined || [run.from, run.subject].some((text) => text.toLowerCase().includes(wanted)));
}
