import { describeError, log } from "../../shared/log.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import { type RunKey, type RunStore, UNSETTLED_SHARDS } from "../../shared/runs/run-store.ts";

export type Deps = { runs: RunStore; jobs: JobQueue; now: () => Date };

/** A run's own job has this long after the run is due. Then the sweeper sends another. */
const GRACE_MS = 2 * 60_000;

/**
 * The most runs of one shard in one sweep. With all shards that makes 1,000, a few seconds of sending. The next sweep
 * continues.
 */
const MAX_PER_SHARD = 125;

/**
 * Sends a job for each overdue run: one whose job was lost, whose sending nobody reported, or whose reservation was
 * left behind. The runner does the rest. An extra job does no harm, so two sweeps may overlap.
 * @throws when any shard could not be swept, after all were tried
 */
export async function sweep(deps: Deps): Promise<void> {
  const shards = Array.from({ length: UNSETTLED_SHARDS }, (_, shard) => overdueIn(shard, deps));
  const swept = await Promise.allSettled(shards);
  const overdue = swept.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
  const sent = await Promise.allSettled(inOrder(overdue).map((runs) => sendAll(runs, deps)));
  const failed = [...swept, ...sent].filter((result) => result.status === "rejected");
  for (const { reason } of failed) log("shard_failed", describeError(reason));
  if (overdue.length > 0) log("swept", { sent: overdue.length });
  if (failed.length > 0) throw new Error("Not every shard could be swept");
}

/**
 * A run's id begins with the time when its mail arrived. When a limit renews, the oldest mails are therefore the first
 * to have room.
 */
function inOrder(runs: RunKey[]): RunKey[][] {
  const byOwner = Map.groupBy(runs, ({ user_id }) => user_id);
  return [...byOwner.values()].map((each) => each.toSorted((a, b) => (a.run_id < b.run_id ? -1 : 1)));
}

async function sendAll(runs: RunKey[], { jobs }: Deps): Promise<void> {
  for (const run of runs) await jobs.send(run);
}

async function overdueIn(shard: number, { runs, now }: Deps): Promise<RunKey[]> {
  const overdue: RunKey[] = await runs.overdue(shard, new Date(now().getTime() - GRACE_MS), MAX_PER_SHARD);
  if (overdue.length === MAX_PER_SHARD) log("sweep_full", { shard, taken: overdue.length });
  return overdue;
}
