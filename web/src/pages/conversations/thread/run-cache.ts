import { useEffect } from "react";
import type { Problem } from "../../../api/problem.ts";
import { queryClient, refresh } from "../../../api/query-client.ts";
import type { Answer } from "../../../api/types.ts";
import { useApi } from "../../../api/use-api.ts";
import { isMoving } from "../../../components/is-moving.ts";
import { tell, tellCalmly, tellProblem } from "../../../components/toast.ts";
import { needsOwner } from "../list/live-list.ts";
import { keepInLists } from "../list/use-conversations.ts";

export type Run = Answer<"getRun">;

const MOVES_MS = 1_500;
const SETTLES_MS = 5_000;
const RESTS_MS = 15_000;

/** One mail with all its details, requested more often while the mail is being processed. */
export function useRun(id: string) {
  const run = useApi("getRun", { params: { id } }, { every: (last) => (last ? pollInterval(last) : MOVES_MS) });
  useEffect(() => {
    if (run.data) keepInLists(run.data);
  }, [run.data]);
  return run;
}

function pollInterval(run: Run): number {
  if (isMoving(run)) return MOVES_MS;
  // Another window or a newly stored key may resume it.
  if (needsOwner(run)) return SETTLES_MS;
  // The receiving server reports within the first minutes.
  const isFresh = Date.now() - Date.parse(run.updated_at) < 5 * 60_000;
  return run.delivery === "sent" && isFresh ? SETTLES_MS : RESTS_MS;
}

/** Refreshes the page after an owner's action on a run succeeded or came too late. */
export function refreshAfterAction(id: string, said: string) {
  return {
    onDone: (run: Run) => {
      queryClient.setQueryData(["getRun", { params: { id } }], run);
      keepInLists(run);
      tell(said);
    },
    onProblem: async (problem: Problem) => {
      if (problem.code !== "conflict") return tellProblem(problem);
      await refresh("getRun");
      tellCalmly(`${problem.message} Perhaps it was done in another window. This page shows how it stands now.`);
    },
  };
}
