import { log } from "../../shared/log.ts";
import { shownAnswer } from "../../shared/webhooks/answer-text.ts";
import type { Attempt, CallFailure, Delivery } from "../../shared/webhooks/delivery.ts";
import type { Endpoint } from "../../shared/webhooks/endpoint.ts";
import type { CallJob } from "../../shared/webhooks/webhook-job.ts";
import { admit } from "./admit.ts";
import { failureOf } from "./call-error.ts";
import type { Deps } from "./deps.ts";
import { endCall } from "./end-call.ts";
import { CALL_MS, post } from "./post.ts";
import { signedHeaders } from "./sign.ts";

/** A place is free again so long after the call must have ended, if its caller has died. */
const PLACE_MS = 3 * CALL_MS;

/** What one call brought. */
export type Called = { attempt: Attempt; retryAfter?: string | undefined };

/**
 * Makes the call that a message asks for, if it is its turn. A call whose caller died before its outcome was written is
 * made again with the same id: a receiver gets each event at least once.
 */
export async function call(job: CallJob, deps: Deps): Promise<void> {
  if (job.not_before !== undefined && job.not_before > deps.now().toISOString()) {
    return deps.queue.callAt(job, deps.now());
  }
  const row = await deps.deliveries.get(job);
  if (row?.state !== "waiting") return;
  if (row.turn !== job.turn) {
    // Whoever ended that turn may have died before it sent the next message. A second one for the same turn does no harm.
    if (row.turn === job.turn + 1) await deps.queue.call(row, deps.now());
    return;
  }
  const endpoint = await deps.endpoints.get(job.user_id, job.webhook_id);
  if (endpoint === undefined) {
    log("webhook_dropped", { webhook_id: job.webhook_id, why: "deleted" });
    return deps.deliveries.remove(row);
  }
  if (!endpoint.is_active && !row.once) return endCall(row, endpoint, { attempt: uncalled("paused", deps) }, deps);
  if (row.give_up_at <= deps.now().toISOString()) {
    return endCall(row, endpoint, { attempt: uncalled("too_late", deps) }, deps);
  }
  const until = new Date(deps.now().getTime() + PLACE_MS);
  const wait = await admit(row, endpoint, job.hops, until, deps);
  if (wait !== undefined) {
    const not_before = new Date(deps.now().getTime() + wait).toISOString();
    return deps.queue.callAt({ ...job, not_before, hops: job.hops + 1 }, deps.now());
  }
  await endCall(row, endpoint, await make(row, endpoint, deps), deps);
}

async function make(row: Delivery, endpoint: Endpoint, deps: Deps): Promise<Called> {
  const begun = deps.now();
  const at = begun.toISOString();
  const took = () => deps.now().getTime() - begun.getTime();
  const alive = endpoint.secrets.filter(({ until }) => until === undefined || until > at);
  const secrets = await Promise.all(alive.map(({ sealed }) => deps.secrets.open(row.user_id, row.webhook_id, sealed)));
  try {
    const headers = signedHeaders(row.event_id, row.body, secrets, begun);
    const { status, text, retryAfter } = await post({ url: endpoint.url, headers, body: row.body }, deps.network);
    const attempt = { at, status, failure: failureIn(status), ms: took(), answer: shownAnswer(text) };
    return { attempt, retryAfter };
  } catch (error) {
    return { attempt: { at, status: null, failure: failureOf(error), ms: took(), answer: "" } };
  }
}

/** Standard Webhooks: 2xx is success, and a redirect is none. */
function failureIn(status: number): CallFailure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirect" : "status";
}

function uncalled(failure: CallFailure, deps: Deps): Attempt {
  return { at: deps.now().toISOString(), status: null, failure, ms: 0, answer: "" };
}
