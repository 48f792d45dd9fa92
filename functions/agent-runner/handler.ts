import type { Job } from "../../shared/runs/job-queue.ts";
import type { Deps } from "./deps.ts";
import { requeueHeld } from "./jobs/requeue-held.ts";
import { testMailbox } from "./jobs/test-mailbox.ts";
import { verifyKey } from "./jobs/verify-key.ts";
import { workRun } from "./jobs/work-run.ts";
import { tellWaits } from "./notify/tell-waits.ts";
import type { Lease } from "./stop/lease.ts";

/** Works whatever a message of the queue asks for. */
export async function work(job: Job, lease: Lease, deps: Deps): Promise<void> {
  switch (job.kind) {
    case "run": {
      // `workRun` returns the run as this job leaves it, so its outcome is known only here.
      const run = await workRun(job, lease, deps);
      if (run) await tellWaits(run, deps);
      return;
    }
    case "verify":
      return verifyKey(job, deps);
    case "test_mailbox":
      return testMailbox(job, deps);
    case "release":
      return requeueHeld(job, deps);
  }
}
