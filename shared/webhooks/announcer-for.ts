import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { lazySqs } from "../aws/queue-message.ts";
import { Announcer } from "./announce.ts";
import { SubscriptionReader } from "./subscription-reader.ts";
import { WebhookQueue } from "./webhook-queue.ts";

/** The announcer of a function that has these two settings and the rights of infra/webhooks.ts, `allowAnnounce`. */
export function announcerFor(
  db: DynamoDBDocumentClient,
  env: { WEBHOOKS_TABLE: string; WEBHOOKS_QUEUE_URL: string },
): Announcer {
  const queue = new WebhookQueue(lazySqs(), env.WEBHOOKS_QUEUE_URL);
  return new Announcer(new SubscriptionReader(db, env.WEBHOOKS_TABLE), queue);
}
