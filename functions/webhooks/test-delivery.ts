import { randomId } from "../../shared/ids.ts";
import type { Delivery } from "../../shared/webhooks/delivery.ts";
import { newDelivery } from "../../shared/webhooks/delivery-store.ts";
import type { Endpoint } from "../../shared/webhooks/endpoint.ts";
import { TEST_EVENT } from "../../shared/webhooks/event-types.ts";

/** A test event, which is tried once. */
export function testDelivery({ user_id: userId, webhook_id: webhookId }: Endpoint, now: Date): Delivery {
  const timestamp = now.toISOString();
  const body = JSON.stringify({ type: TEST_EVENT, timestamp, data: { webhook_id: webhookId } });
  const eventId = `msg_${randomId(26)}`;
  return newDelivery({ userId, webhookId, eventId, type: TEST_EVENT, body, once: true }, timestamp, now);
}
