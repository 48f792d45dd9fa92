import type { JobQueue } from "../../../shared/runs/job-queue.ts";
import type { Run } from "../../../shared/runs/run.ts";

export type Requeues = { jobs: Pick<JobQueue, "send">; now: () => Date };

/** Sends the run's job again, to be worked when the run is due. @param due ISO 8601; undefined means now */
export async function requeueAt(run: Run, due: string | undefined, { jobs, now }: Requeues): Promise<void> {
  const seconds = due === undefined ? 0 : (Date.parse(due) - now().getTime()) / 1000;
  await jobs.send(run, seconds);
}

/** The time after this wait, ISO 8601. */
export function timeAfter(seconds: number, { now }: Pick<Requeues, "now">): string {
  return new Date(now().getTime() + seconds * 1000).toISOString();
}
