import { AgentStore } from "../../shared/agents/agent-store.ts";
import { lazyKms } from "../../shared/ai-configs/vault.ts";
import { webhookRoutes } from "../../shared/api/routes/webhooks.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { apiCallers } from "../../shared/http/callers.ts";
import { HourlyLimit, WEBHOOK_TRIES } from "../../shared/limits/hourly-limit.ts";
import { DeliveryStore } from "../../shared/webhooks/delivery-store.ts";
import { EndpointStore } from "../../shared/webhooks/endpoint-store.ts";
import { SecretSealer } from "../../shared/webhooks/secrets.ts";
import { WebhookQueue } from "../../shared/webhooks/webhook-queue.ts";
import { schema } from "./env.ts";
import { webhookHandlers } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();

const handlers = webhookHandlers({
  endpoints: new EndpointStore(db, env.WEBHOOKS_TABLE),
  deliveries: new DeliveryStore(db, env.WEBHOOK_DELIVERIES_TABLE),
  agents: new AgentStore(db, env.AGENTS_TABLE),
  secrets: new SecretSealer(lazyKms(), env.WEBHOOK_KEY_ARN),
  queue: new WebhookQueue(lazySqs(), env.WEBHOOKS_QUEUE_URL),
  tries: new HourlyLimit(db, env.HOURLY_LIMITS_TABLE, WEBHOOK_TRIES),
  rules: { ownHosts: env.OWN_HOSTS.split(" "), localTargets: env.LOCAL_TARGETS === "on" },
  now: () => new Date(),
});

export const handler = apiHandler(webhookRoutes, handlers, apiCallers(env, db));
