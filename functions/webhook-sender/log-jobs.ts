import type { ForgetJob, RedeliverJob } from "../../shared/webhooks/webhook-job.ts";
import type { Deps } from "./deps.ts";

/** The deliveries that one message looks at. The next message continues. */
const PAGE = 25;

/** Begins another round for each delivery that failed since a time, oldest first. */
export async function redeliver(job: RedeliverJob, deps: Deps): Promise<void> {
  const endpoint = await deps.endpoints.get(job.user_id, job.webhook_id);
  if (endpoint === undefined || !endpoint.is_active) return;
  const { rows, next } = await deps.deliveries.page(job, { since: job.since, after: job.after, limit: PAGE });
  for (const row of rows.filter(({ state, once }) => state === "failed" && !once)) {
    const restarted = await deps.deliveries.restart(row, deps.now());
    if (restarted) await deps.queue.call(restarted, deps.now());
  }
  if (next !== undefined) await deps.queue.send({ ...job, after: next });
}

/** Deletes the log of an endpoint that is gone. */
export async function forget(job: ForgetJob, deps: Deps): Promise<void> {
  if ((await deps.endpoints.get(job.user_id, job.webhook_id)) !== undefined) return;
  const { rows, next } = await deps.deliveries.page(job, { limit: PAGE });
  await Promise.all(rows.map((row) => deps.deliveries.remove(row)));
  if (next !== undefined) await deps.queue.send(job);
}
