import type { Job, RunJob } from "../../shared/runs/job-queue.ts";
import { isAtRest } from "../../shared/runs/ledger.ts";
import type { Deps } from "./deps.ts";
import { requeueHeld } from "./jobs/requeue-held.ts";
import { testMailbox } from "./jobs/test-mailbox.ts";
import { verifyKey } from "./jobs/verify-key.ts";
import { workRun } from "./jobs/work-run.ts";
import { tellWaits } from "./notify/tell-waits.ts";
import type { Lease } from "./stop/lease.ts";

/** Handles each kind of message of the queue. */
export async function work(job: Job, lease: Lease, deps: Deps): Promise<void> {
  switch (job.kind) {
    case "run":
      return workAndTell(job, lease, deps);
    case "verify":
      return verifyKey(job, deps);
    case "test_mailbox":
      return testMailbox(job, deps);
    case "release":
      return requeueHeld(job, deps);
  }
}

/**
 * `workRun` returns the run as this job leaves it, so its outcome is known only here. A job that dies before this is
 * delivered again, finds the run at rest, and announces it then.
 */
async function workAndTell(job: RunJob, lease: Lease, deps: Deps): Promise<void> {
  const left = await workRun(job, lease, deps);
  if (left) await tellWaits(left, deps);
  // SES's report may have come first and settled the sending.
  const run = left?.state === "sending" ? await deps.runs.get(left.user_id, left.run_id) : left;
  if (run !== undefined && isAtRest(run)) await deps.announcer.outcomes(run);
}
