import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { Env } from "../functions/agent-runner/env.ts";
import { LatchkeyFunction } from "./function.ts";
import { countLines } from "./log-metric.ts";
import type { MailSending } from "./mail-sending.ts";
import { allowPlatformKey, platformEnv } from "./platform-key.ts";
import { WorkQueue } from "./queue.ts";
import type { RawMail } from "./raw-mail.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";
import type { VaultKey } from "./vault-key.ts";
import type { Webhooks } from "./webhooks.ts";

type Uses = {
  tables: Tables;
  vaultKey: VaultKey;
  rawMail: RawMail;
  sending: MailSending;
  notices: WorkQueue;
  webhooks: Webhooks;
  settings: Settings;
};

// A provider call may take 295 s (shared/providers/call-time.ts), and the jobs of a batch run concurrently. The rest is
// for slow storing and sending. Only the used time is paid.
const SECONDS = 360;

/** The runner and its queue, with one job per run. Only the runner opens owners' keys and sends replies. */
export class AgentRuns extends Construct {
  readonly jobs: WorkQueue;
  readonly runner: LatchkeyFunction;
  /** Counts replies that wait because all owners together have reached the reply cap of the settings. */
  readonly platformCap: Metric;
  /** Counts replies that wait because SES takes none from this account: a missing right, the sandbox, a pause, the quota. */
  readonly sendingBlocked: Metric;
  /** Counts calls that a provider refused because of our country, region or network. */
  readonly placeBlocked: Metric;

  constructor(scope: Construct, id: string, uses: Uses) {
    super(scope, id);
    const { tables, vaultKey, rawMail, sending, notices, webhooks, settings } = uses;
    this.jobs = new WorkQueue(this, "Jobs", SECONDS);
    this.runner = new LatchkeyFunction(this, "Runner", {
      name: "agent-runner",
      seconds: SECONDS,
      megabytes: 512,
      // A job that must wait is sent to its own queue again. Lambda takes that for a runaway loop and stops it after 16
      // rounds. The run's own count of attempts bounds it instead.
      // https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
      feedsItself: true,
      // Ten concurrent mails make short-lived garbage. A young generation of fixed size lowers the peak by a quarter.
      nodeOptions: "--max-semi-space-size=4",
      environment: {
        USERS_TABLE: tables.users.tableName,
        AI_CONFIGURATIONS_TABLE: tables.aiConfigurations.tableName,
        AGENTS_TABLE: tables.agents.tableName,
        RUNS_TABLE: tables.runs.tableName,
        USAGE_TABLE: tables.usage.tableName,
        BLOCKED_TABLE: tables.blocked.tableName,
        DENIED_SENDERS_TABLE: tables.deniedSenders.tableName,
        RUNNER_MARKS_TABLE: tables.runnerMarks.tableName,
        DELIVERY_MARKS_TABLE: tables.deliveryMarks.tableName,
        MAILBOXES_TABLE: tables.mailboxes.tableName,
        QUIET_THREADS_TABLE: tables.quietThreads.tableName,
        DOMAIN_HOLDERS_TABLE: tables.domainHolders.tableName,
        VAULT_KEY_ARN: vaultKey.arn,
        RAW_MAIL_BUCKET: rawMail.bucket.bucketName,
        AGENT_RUNS_QUEUE_URL: this.jobs.queue.queueUrl,
        NOTICES_QUEUE_URL: notices.queue.queueUrl,
        MAIL_DOMAIN: settings.mailDomain,
        CONFIGURATION_SET: sending.configurationSet.configurationSetName,
        REPLIES_PER_HOUR: String(settings.repliesPerHour),
        REPLIES_PER_DAY: String(settings.repliesPerDay),
        OWNER_SHARE: String(settings.ownerShare),
        MAX_INVOCATIONS: String(settings.maxInvocations),
        ...webhooks.announceEnv(tables),
        ...platformEnv(settings),
      } satisfies Env,
    });
    this.grant(uses);
    this.platformCap = countLines(this.runner, "platform_cap", "PlatformCap");
    this.sendingBlocked = countLines(this.runner, "sending_blocked", "SendingBlocked");
    this.placeBlocked = countLines(this.runner, "place_blocked", "PlaceBlocked");
    this.jobs.feed(this.runner, { batchSize: settings.batchSize, maxConcurrency: settings.maxInvocations });
  }

  private grant({ tables, vaultKey, rawMail, sending, notices, webhooks, settings }: Uses): void {
    const { runner } = this;
    runner.allow(tables.users.tableArn, "dynamodb:BatchGetItem");
    runner.allow(tables.aiConfigurations.tableArn, "dynamodb:BatchGetItem", "dynamodb:UpdateItem");
    runner.allow(tables.agents.tableArn, "dynamodb:BatchGetItem");
    runner.allow(tables.runs.tableArn, "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:Query");
    runner.allow(tables.runsIndexArn("by_thread"), "dynamodb:Query");
    // Looks whether an agent answered a sender before its owner wanted to see the first answers.
    runner.allow(tables.runsIndexArn("by_agent"), "dynamodb:Query");
    runner.allow(tables.usage.tableArn, "dynamodb:GetItem", "dynamodb:UpdateItem");
    runner.allow(tables.runnerMarks.tableArn, "dynamodb:BatchGetItem", "dynamodb:UpdateItem");
    runner.allow(tables.deliveryMarks.tableArn, "dynamodb:GetItem");
    runner.allow(tables.blocked.tableArn, "dynamodb:BatchGetItem");
    // Reads the owner's mailboxes, and records how a test came back and what code a service sent.
    runner.allow(tables.mailboxes.tableArn, "dynamodb:BatchGetItem", "dynamodb:PutItem");
    runner.allow(tables.quietThreads.tableArn, "dynamodb:BatchGetItem", "dynamodb:UpdateItem");
    runner.allow(tables.deniedSenders.tableArn, "dynamodb:BatchGetItem");
    vaultKey.allow(runner, "kms:Decrypt");
    rawMail.allowRead(runner);
    runner.allow(this.jobs.queue.queueArn, "sqs:SendMessage");
    runner.allow(notices.queue.queueArn, "sqs:SendMessage");
    sending.allowSend(runner);
    sending.allowSendForOwners(runner, settings);
    // Replies leave from an owner's own domain only while that owner holds it.
    runner.allow(tables.domainHolders.tableArn, "dynamodb:GetItem");
    webhooks.allowAnnounce(runner, tables);
    allowPlatformKey(runner, settings);
  }
}
