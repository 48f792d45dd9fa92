import type { Endpoint } from "../../shared/webhooks/endpoint.ts";
import { EVENT_TYPES } from "../../shared/webhooks/event-types.ts";
import { RECEIVED_AT } from "./runs.ts";

/** An endpoint of Alice's, with any of its fields replaced. Its secret is not sealed by a KMS. */
export function someEndpoint(changes: Partial<Endpoint> = {}): Endpoint {
  return {
    user_id: "alice",
    webhook_id: "hook1",
    name: "Shop",
    url: "https://shop.com/hook",
    events: Object.keys(EVENT_TYPES),
    agent_ids: null,
    is_active: true,
    paused_reason: null,
    secrets: [{ sealed: new Uint8Array([1]), created_at: RECEIVED_AT }],
    created_at: RECEIVED_AT,
    updated_at: RECEIVED_AT,
    in_flight: {},
    flight_version: 0,
    failures: 0,
    ...changes,
  };
}
