import { log } from "../../shared/log.ts";
import { newDelivery } from "../../shared/webhooks/delivery-store.ts";
import type { Endpoint } from "../../shared/webhooks/endpoint.ts";
import type { WebhookEvent } from "../../shared/webhooks/event.ts";
import { wants } from "../../shared/webhooks/subscription.ts";
import type { AnnouncedJob } from "../../shared/webhooks/webhook-job.ts";
import type { Deps } from "./deps.ts";

/**
 * Writes one delivery for each endpoint that wants an event, and sends its first call. An event that was announced
 * before finds its deliveries, and sends only a call that nobody has made yet, because its message may be lost.
 */
export async function fanOut({ user_id, events }: AnnouncedJob, deps: Deps): Promise<void> {
  const endpoints = await deps.endpoints.list(user_id);
  for (const event of events) {
    const wanting = endpoints.filter((endpoint) => wants(endpoint, event));
    await Promise.all(wanting.map((endpoint) => deliver(event, endpoint, deps)));
  }
}

async function deliver(event: WebhookEvent, endpoint: Endpoint, deps: Deps): Promise<void> {
  const { user_id: userId, webhook_id: webhookId } = endpoint;
  const { type, timestamp } = event.payload;
  const body = bodyOf(event, deps.appUrl);
  const row = newDelivery({ userId, webhookId, eventId: event.id, type, body }, timestamp, deps.now());
  // A paused endpoint is called no more. What it missed is in its log, for its owner to have delivered later.
  const missed = endpoint.is_active ? row : { ...row, state: "failed" as const, next_at: undefined };
  const isNew = await deps.deliveries.add(missed);
  if (isNew) log("webhook_queued", { webhook_id: webhookId, type, state: missed.state });
  const stored = isNew ? missed : await deps.deliveries.get(row);
  if (stored?.state === "waiting" && stored.turn === 0) await deps.queue.call(stored, deps.now());
}

/** The bytes that are signed and sent, with the address of the web app before the link. */
function bodyOf({ payload }: WebhookEvent, appUrl: string): string {
  return JSON.stringify({ ...payload, data: { ...payload.data, link: `${appUrl}${payload.data.link}` } });
}
