import type { Caller } from "../../shared/http/handlers.ts";
import type { RunPage, RunQuery, RunStore } from "../../shared/runs/run-store.ts";
import { isOfToken } from "../../shared/tokens/is-of-token.ts";

type Runs = Pick<RunStore, "list">;
type Query = Omit<RunQuery, "userId">;

const NOTHING: RunPage = { runs: [], nextCursor: null };

/**
 * One page of the runs that the caller reaches. A token that is bound to agents is answered as if its user had no others:
 * a foreign agent or thread has an empty list, and no cursor names a foreign run.
 */
export async function listRuns(user: Caller, query: Query, runs: Runs): Promise<RunPage> {
  const bound = user.token?.agent_ids ?? null;
  const of = { ...query, userId: user.id };
  if (bound === null) return runs.list(of);
  if (query.agentId !== undefined) return isOfToken(user, query.agentId) ? runs.list(of) : NOTHING;
  if (query.threadId === undefined) return listOfAgents(bound, of, runs);
  // A thread is of one agent.
  const first = await runs.list({ userId: user.id, threadId: query.threadId, limit: 1 });
  return first.runs.every((run) => isOfToken(user, run.agent_id)) ? runs.list(of) : NOTHING;
}

/**
 * Merges the agents' lists, newest first. Where one agent's page ends earlier, the merged page ends there too: what is
 * older may have something of that agent in between.
 */
async function listOfAgents(agentIds: string[], query: RunQuery, runs: Runs): Promise<RunPage> {
  const pages = await Promise.all(agentIds.map((agentId) => runs.list({ ...query, agentId })));
  const ends = pages.flatMap(({ nextCursor }) => nextCursor ?? []);
  // Ids of runs sort by time.
  const end = ends.sort().at(-1) ?? null;
  const seen = pages
    .flatMap((page) => page.runs)
    .filter((run) => end === null || run.run_id >= end)
    .sort((a, b) => (a.run_id < b.run_id ? 1 : -1));
  const page = seen.slice(0, query.limit);
  return { runs: page, nextCursor: seen.length > page.length ? (page.at(-1)?.run_id ?? null) : end };
}
