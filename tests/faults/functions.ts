import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import * as z from "zod";
import { MAX_INVOCATIONS } from "../../shared/runs/concurrency.ts";
import { type Backend, BUCKET, MAIL_DOMAIN } from "./backend.ts";

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;
export type ScheduledHandler = () => Promise<void>;

let loaded = 0;

/**
 * A function as it is deployed: its own index.ts, which creates its own clients from the environment. Each history
 * loads it afresh, as a cold start does, so that its memory holds nothing of an earlier history.
 */
export async function loadFunction<Handler extends QueueHandler | ScheduledHandler>(
  name: string,
  backend: Backend,
): Promise<Handler> {
  Object.assign(process.env, {
    USERS_TABLE: "users",
    AI_CONFIGURATIONS_TABLE: "configs",
    AGENTS_TABLE: "agents",
    ADDRESSES_TABLE: "addresses",
    RUNS_TABLE: "runs",
    USAGE_TABLE: "usage",
    BLOCKED_TABLE: "blocked",
    DENIED_SENDERS_TABLE: "denied-senders",
    REMINDERS_TABLE: "reminders",
    RUNNER_MARKS_TABLE: "runner-marks",
    DELIVERY_MARKS_TABLE: "delivery-marks",
    DOMAIN_HOLDERS_TABLE: "holders",
    MAILBOXES_TABLE: "mailboxes",
    QUIET_THREADS_TABLE: "quiet-threads",
    WEBHOOKS_TABLE: "webhooks",
    VAULT_KEY_ARN: backend.keyArn,
    RAW_MAIL_BUCKET: BUCKET,
    AGENT_RUNS_QUEUE_URL: backend.queueUrl,
    NOTICES_QUEUE_URL: backend.noticesUrl,
    // No history has a mail to a role address, or an owner with a webhook.
    OPERATOR_MAILS_QUEUE_URL: backend.noticesUrl,
    WEBHOOKS_QUEUE_URL: backend.noticesUrl,
    MAIL_DOMAIN,
    CONFIGURATION_SET: "replies",
    // More than any history has. How owners share the queue is measured without the caps' help.
    REPLIES_PER_HOUR: "1000000",
    REPLIES_PER_DAY: "1000000",
    OWNER_SHARE: "20",
    MAX_INVOCATIONS: String(MAX_INVOCATIONS),
  });
  loaded += 1;
  const file = new URL(`../../functions/${name}/index.ts?${loaded}`, import.meta.url);
  const bundle = z.object({ handler: z.custom<Handler>((value) => typeof value === "function") });
  return bundle.parse(await import(file.href)).handler;
}
