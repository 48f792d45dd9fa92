import { log } from "../../shared/log.ts";
import type { Delivery } from "../../shared/webhooks/delivery.ts";
import type { Endpoint, PauseReason } from "../../shared/webhooks/endpoint.ts";
import { waitAfter } from "../../shared/webhooks/schedule.ts";
import { MANY_FAILURES } from "./admit.ts";
import type { Called } from "./call.ts";
import type { Deps } from "./deps.ts";
import { secondsOf } from "./retry-after.ts";

/** Statuses with which a receiver asks for a pause: its Retry-After holds for all calls to it. */
const BUSY = [429, 502, 503, 504];
/** A receiver that fails again and again is asked once in this time. */
const PROBE_MS = 60_000;
const GONE = 410;

/** Writes what a call brought into the log and the endpoint's health, and decides what follows. */
export async function endCall(row: Delivery, endpoint: Endpoint, called: Called, deps: Deps): Promise<void> {
  const { attempt } = called;
  const now = deps.now();
  const ok = attempt.failure === null;
  const wasCalled = attempt.failure !== "paused" && attempt.failure !== "too_late";
  const retryAfter = BUSY.includes(attempt.status ?? 0) ? secondsOf(called.retryAfter, now) : undefined;
  const wait = ok || row.once || attempt.status === GONE || !wasCalled ? undefined : nextWait(row, retryAfter, deps);
  const nextAt = wait === undefined ? undefined : new Date(now.getTime() + wait);
  const state = ok ? "delivered" : nextAt === undefined ? "failed" : "waiting";
  const ended = (await deps.deliveries.endTurn(row, { state, nextAt, attempt })) ?? (await deps.deliveries.get(row));
  if (wasCalled) {
    const quietUntil = ok ? undefined : quietAfter(endpoint, retryAfter, now);
    await deps.flights.land(endpoint, row.delivery_id, { ok, status: attempt.status, quietUntil }, now);
  }
  tell(row, endpoint, called, state);
  if (ended?.state === "waiting") await deps.queue.call(ended, now);
  if (attempt.status === GONE) await pause(endpoint, "gone", deps);
  else if (state === "failed" && !row.once && attempt.failure !== "paused") await pauseIfDead(row, endpoint, deps);
}

/** Undefined where no further call is left, or the next one would come too late. */
function nextWait(row: Delivery, retryAfter: number | undefined, deps: Deps): number | undefined {
  const wait = waitAfter(row.tries + 1, retryAfter, deps.random());
  const isInTime = wait !== undefined && deps.now().getTime() + wait < Date.parse(row.give_up_at);
  return isInTime ? wait : undefined;
}

function quietAfter({ failures }: Endpoint, retryAfter: number | undefined, now: Date): Date | undefined {
  const asked = (retryAfter ?? 0) * 1_000;
  const probe = failures + 1 >= MANY_FAILURES ? PROBE_MS : 0;
  const ms = Math.max(asked, probe);
  return ms > 0 ? new Date(now.getTime() + ms) : undefined;
}

/** One line for each call, without the address and without a text of the receiver's. */
function tell(
  { type, tries }: Delivery,
  { webhook_id }: Endpoint,
  { attempt }: Called,
  state: Delivery["state"],
): void {
  const { status, failure, ms } = attempt;
  const line = { webhook_id, type, tries: tries + 1, state, ms, status: status ?? 0, failure: failure ?? "none" };
  log("webhook_called", line);
}

/** A whole day without one success: nobody is there. If other events were delivered meanwhile, only this one failed. */
async function pauseIfDead(row: Delivery, endpoint: Endpoint, deps: Deps): Promise<void> {
  const now = await deps.endpoints.get(row.user_id, row.webhook_id);
  if (now === undefined || (now.last_success_at ?? "") >= row.created_at) return;
  await pause(endpoint, "failing", deps);
}

async function pause(endpoint: Endpoint, reason: PauseReason, deps: Deps): Promise<void> {
  const now = deps.now();
  if (!(await deps.endpoints.pause(endpoint, reason, now))) return;
  const { user_id, webhook_id, name } = endpoint;
  log("webhook_paused", { webhook_id, reason });
  const episode = `${webhook_id}:${now.toISOString()}`;
  await deps.notices.enqueue({ kind: "webhook_paused", user_id, episode, webhook_name: name, reason });
}
