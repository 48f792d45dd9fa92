import type { Job } from "../../shared/runs/job-queue.ts";
import type { Deps, Hold } from "./deps.ts";
import { workJob } from "./handler.ts";
import { release } from "./release.ts";
import { verify } from "./verify.ts";

/** Works whatever a message of the queue asks for. */
export async function work(job: Job, hold: Hold, deps: Deps): Promise<void> {
  switch (job.kind) {
    case "run":
      return workJob(job, hold, deps);
    case "verify":
      return verify(job, deps);
    case "release":
      return release(job, deps);
  }
}
