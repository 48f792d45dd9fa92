import type { Topic } from "aws-cdk-lib/aws-sns";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Env } from "../functions/delivery-events/env.ts";
import { quickQueue } from "./concurrency.ts";
import { LatchkeyFunction } from "./function.ts";
import { WorkQueue } from "./queue.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";
import type { Webhooks } from "./webhooks.ts";

type Uses = { tables: Tables; topic: Topic; notices: WorkQueue; webhooks: Webhooks; settings: Settings };

const SECONDS = 30;

/** Records SES's reports about a reply in its run. */
export class DeliveryEvents extends Construct {
  readonly events: WorkQueue;
  readonly recorder: LatchkeyFunction;

  constructor(scope: Construct, id: string, { tables, topic, notices, webhooks, settings }: Uses) {
    super(scope, id);
    this.events = new WorkQueue(this, "Events", SECONDS);
    topic.addSubscription(new SqsSubscription(this.events.queue));
    this.recorder = new LatchkeyFunction(this, "Recorder", {
      name: "delivery-events",
      seconds: SECONDS,
      megabytes: 256,
      environment: {
        RUNS_TABLE: tables.runs.tableName,
        USAGE_TABLE: tables.usage.tableName,
        BLOCKED_TABLE: tables.blocked.tableName,
        DELIVERY_MARKS_TABLE: tables.deliveryMarks.tableName,
        AGENTS_TABLE: tables.agents.tableName,
        NOTICES_QUEUE_URL: notices.queue.queueUrl,
        ...webhooks.announceEnv(tables),
      } satisfies Env,
    });
    this.recorder.allow(tables.runs.tableArn, "dynamodb:GetItem", "dynamodb:PutItem");
    this.recorder.allow(tables.usage.tableArn, "dynamodb:Query");
    this.recorder.allow(tables.blocked.tableArn, "dynamodb:UpdateItem");
    this.recorder.allow(tables.deliveryMarks.tableArn, "dynamodb:UpdateItem");
    this.recorder.allow(tables.agents.tableArn, "dynamodb:UpdateItem", "dynamodb:GetItem");
    this.recorder.allow(notices.queue.queueArn, "sqs:SendMessage");
    webhooks.allowAnnounce(this.recorder, tables);
    this.events.feed(this.recorder, { batchSize: 10, maxConcurrency: quickQueue(settings.maxInvocations) });
  }
}
