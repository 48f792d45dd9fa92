import type * as z from "zod/mini";
import type { deliveryRow, webhookRow } from "../../shared/api/webhook-schemas.ts";
import type { Delivery } from "../../shared/webhooks/delivery.ts";
import { CALL_FAILURES } from "../../shared/webhooks/delivery-words.ts";
import type { Endpoint } from "../../shared/webhooks/endpoint.ts";

/** An endpoint as its owner sees it: without the sealed secrets and what the sender counts. */
export function shownWebhook(row: Endpoint, now: Date): z.input<typeof webhookRow> {
  const at = now.toISOString();
  return {
    id: row.webhook_id,
    name: row.name,
    url: row.url,
    events: row.events,
    agent_ids: row.agent_ids,
    is_active: row.is_active,
    paused_reason: row.paused_reason,
    paused_at: row.paused_reason === null ? null : (row.paused_at ?? null),
    health: {
      failures: row.failures,
      failing_since: row.failures === 0 ? null : (row.failing_since ?? null),
      last_success_at: row.last_success_at ?? null,
      last_attempt_at: row.last_attempt_at ?? null,
      last_status: row.last_status ?? null,
    },
    secrets: row.secrets
      .filter(({ until }) => until === undefined || until > at)
      .map(({ created_at, until }) => ({ created_at, ends_at: until ?? null })),
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

export function shownDelivery(row: Delivery): z.input<typeof deliveryRow> {
  const { delivery_id: id, event_id, type, state, next_at = null, created_at, body } = row;
  const attempts = row.attempts.map((attempt) => ({
    ...attempt,
    failure_text: attempt.failure === null ? null : CALL_FAILURES[attempt.failure],
  }));
  return { id, event_id, type, state, next_at, created_at, body, attempts };
}
