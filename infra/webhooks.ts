import { Construct } from "constructs";
import type { Env } from "../functions/webhook-sender/env.ts";
import { quickQueue } from "./concurrency.ts";
import { LatchkeyFunction } from "./function.ts";
import { WorkQueue } from "./queue.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";
import { WebhookKey } from "./webhook-key.ts";

type Uses = {
  tables: Tables;
  notices: WorkQueue;
  settings: Settings;
  /** The address of the web app, and every name of ours that no webhook may call. */
  appUrl: string;
  ownHosts: string[];
};

// A call takes ten seconds at most. The rest is for reading and writing.
const SECONDS = 30;

/** The queue of what owners' programs are told, and the key that seals their signing secrets. */
export class Webhooks extends Construct {
  readonly jobs: WorkQueue;
  readonly key: WebhookKey;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.jobs = new WorkQueue(this, "Jobs", SECONDS);
    this.key = new WebhookKey(this, "Key");
  }

  /** May announce events: reads which endpoints the owner has, and sends to the queue. */
  allowAnnounce(fn: LatchkeyFunction, tables: Tables): void {
    fn.allow(tables.webhooks.tableArn, "dynamodb:Query");
    fn.allow(this.jobs.queue.queueArn, "sqs:SendMessage");
  }

  announceEnv(tables: Tables) {
    return { WEBHOOKS_TABLE: tables.webhooks.tableName, WEBHOOKS_QUEUE_URL: this.jobs.queue.queueUrl };
  }
}

/** Calls the owners' receivers. It alone opens signing secrets, and it can reach no mail, key or answer. */
export class WebhookSender extends Construct {
  readonly sender: LatchkeyFunction;

  constructor(scope: Construct, id: string, { jobs, key, ...uses }: Uses & Pick<Webhooks, "jobs" | "key">) {
    super(scope, id);
    const { tables, notices, settings } = uses;
    const concurrency = quickQueue(settings.maxInvocations);
    this.sender = new LatchkeyFunction(this, "Sender", {
      name: "webhook-sender",
      seconds: SECONDS,
      megabytes: 256,
      // A call that must wait is sent to its own queue again. Its delivery's own count of tries bounds it.
      feedsItself: true,
      environment: {
        WEBHOOKS_TABLE: tables.webhooks.tableName,
        WEBHOOK_DELIVERIES_TABLE: tables.webhookDeliveries.tableName,
        WEBHOOK_KEY_ARN: key.arn,
        WEBHOOKS_QUEUE_URL: jobs.queue.queueUrl,
        NOTICES_QUEUE_URL: notices.queue.queueUrl,
        APP_URL: uses.appUrl,
        OWN_HOSTS: uses.ownHosts.join(" "),
        MAX_IN_FLIGHT: String(inFlight(concurrency)),
      } satisfies Env,
    });
    const { sender } = this;
    sender.allow(tables.webhooks.tableArn, "dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem");
    sender.allow(
      tables.webhookDeliveries.tableArn,
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:Query",
    );
    key.allow(sender, "kms:Decrypt");
    sender.allow(jobs.queue.queueArn, "sqs:SendMessage");
    sender.allow(notices.queue.queueArn, "sqs:SendMessage");
    // One call an invocation: a batch would last as long as its slowest receiver, and keep the others' messages.
    jobs.feed(sender, { batchSize: 1, maxConcurrency: concurrency });
  }
}

/** A receiver that never answers may occupy a quarter of the invocations, until it is known to fail. */
function inFlight(concurrency: number): number {
  return Math.max(1, Math.floor(concurrency / 4));
}
