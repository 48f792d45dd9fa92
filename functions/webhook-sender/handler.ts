import type { WebhookJob } from "../../shared/webhooks/webhook-job.ts";
import { call } from "./call.ts";
import type { Deps } from "./deps.ts";
import { fanOut } from "./fan-out.ts";
import { forget, redeliver } from "./log-jobs.ts";

/** Works whatever a message of the queue asks for. */
export async function work(job: WebhookJob, deps: Deps): Promise<void> {
  switch (job.kind) {
    case "announced":
      return fanOut(job, deps);
    case "call":
      return call(job, deps);
    case "redeliver":
      return redeliver(job, deps);
    case "forget":
      return forget(job, deps);
  }
}
