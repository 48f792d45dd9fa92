import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { kms } from "../../shared/aws/kms.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { sqsBatch } from "../../shared/aws/sqs-batch.ts";
import { NoticeQueue } from "../../shared/notices/notice-queue.ts";
import { DeliveryStore } from "../../shared/webhooks/delivery-store.ts";
import { EndpointStore } from "../../shared/webhooks/endpoint-store.ts";
import { FlightStore } from "../../shared/webhooks/flight-store.ts";
import { SecretOpener } from "../../shared/webhooks/secrets.ts";
import { webhookJob } from "../../shared/webhooks/webhook-job.ts";
import { WebhookQueue } from "../../shared/webhooks/webhook-queue.ts";
import type { Deps } from "./deps.ts";
import { schema } from "./env.ts";
import { work } from "./handler.ts";
import { lookUpWith } from "./resolve.ts";

const env = readEnv(schema);
const db = dynamo();
const queues = lazySqs();

const deps: Deps = {
  endpoints: new EndpointStore(db, env.WEBHOOKS_TABLE),
  flights: new FlightStore(db, env.WEBHOOKS_TABLE),
  deliveries: new DeliveryStore(db, env.WEBHOOK_DELIVERIES_TABLE),
  secrets: new SecretOpener(kms(), env.WEBHOOK_KEY_ARN),
  queue: new WebhookQueue(queues, env.WEBHOOKS_QUEUE_URL),
  notices: new NoticeQueue(queues, env.NOTICES_QUEUE_URL),
  network: {
    ownHosts: env.OWN_HOSTS.split(" "),
    localTargets: env.LOCAL_TARGETS === "on",
    lookUp: lookUpWith(env.RESOLVERS?.split(" ")),
  },
  appUrl: env.APP_URL,
  maxInFlight: Number(env.MAX_IN_FLIGHT),
  now: () => new Date(),
  random: Math.random,
};

export const handler = sqsBatch((record) => work(webhookJob.parse(JSON.parse(record.body)), deps));
