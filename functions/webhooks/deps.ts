import type { AgentStore } from "../../shared/agents/agent-store.ts";
import type { HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import type { DeliveryStore } from "../../shared/webhooks/delivery-store.ts";
import type { EndpointStore } from "../../shared/webhooks/endpoint-store.ts";
import type { SecretSealer } from "../../shared/webhooks/secrets.ts";
import type { TargetRules } from "../../shared/webhooks/target/target-url.ts";
import type { WebhookQueue } from "../../shared/webhooks/webhook-queue.ts";

export type Deps = {
  endpoints: EndpointStore;
  deliveries: DeliveryStore;
  agents: Pick<AgentStore, "list">;
  secrets: SecretSealer;
  queue: WebhookQueue;
  /** Test events and deliveries anew of a user in an hour. */
  tries: HourlyLimit;
  rules: TargetRules;
  now: () => Date;
};
