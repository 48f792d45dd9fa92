import { CreateQueueCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Announcer } from "../../shared/webhooks/announce.ts";
import { EndpointStore } from "../../shared/webhooks/endpoint-store.ts";
import { SubscriptionReader } from "../../shared/webhooks/subscription-reader.ts";
import { WebhookQueue } from "../../shared/webhooks/webhook-queue.ts";

/** The announcer over the tables of `WEBHOOK_TABLES` and a queue of its own. */
export async function makeAnnouncer(sqs: SQSClient, db: DynamoDBDocumentClient, now: () => Date) {
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "webhooks" }));
  const endpoints = new EndpointStore(db, "webhooks");
  const subscriptions = new SubscriptionReader(db, "webhooks");
  return {
    announcer: new Announcer(subscriptions, new WebhookQueue(sqs, QueueUrl), now),
    endpoints,
    queueUrl: QueueUrl,
  };
}
