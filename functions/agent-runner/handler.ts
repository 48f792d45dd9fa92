import type { Job } from "../../shared/runs/job-queue.ts";
import type { Deps } from "./deps.ts";
import { requeueHeld } from "./jobs/requeue-held.ts";
import { verifyKey } from "./jobs/verify-key.ts";
import { workRun } from "./jobs/work-run.ts";
import type { Lease } from "./stop/lease.ts";

/** Handles each kind of message of the queue. */
export async function work(job: Job, lease: Lease, deps: Deps): Promise<void> {
  switch (job.kind) {
    case "run":
      // The outcome is known only here, because `workRun` returns the run as this job leaves it.
      await workRun(job, lease, deps);
      return;
    case "verify":
      return verifyKey(job, deps);
    case "release":
      return requeueHeld(job, deps);
  }
}
