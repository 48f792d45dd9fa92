import { Construct } from "constructs";
import type { Env } from "../functions/account-deletion/env.ts";
import type { Accounts } from "./accounts.ts";
import { SLOW_QUEUE } from "./concurrency.ts";
import { LatchkeyFunction } from "./function.ts";
import { allowIdentityRemoval } from "./own-domains.ts";
import { WorkQueue } from "./queue.ts";
import type { RawMail } from "./raw-mail.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";

type Uses = { accounts: Accounts; tables: Tables; rawMail: RawMail; settings: Settings };

const SECONDS = 60;
// After this time, the account's access tokens have expired (15 minutes) and every invocation that began before the
// request has ended (six minutes).
const LAST_LOOK_SECONDS = 20 * 60;
// A call of the API ends within 15 seconds.
const LOG_IN_SECONDS = 60;

/** Deletes accounts when their owners ask for it. No other function may delete runs and mails. */
export class AccountDeletion extends Construct {
  readonly deletions: WorkQueue;
  readonly deleter: LatchkeyFunction;

  constructor(scope: Construct, id: string, uses: Uses) {
    super(scope, id);
    const { accounts, tables, rawMail, settings } = uses;
    this.deletions = new WorkQueue(this, "Deletions", SECONDS);
    this.deleter = new LatchkeyFunction(this, "Deleter", {
      name: "account-deletion",
      seconds: SECONDS,
      megabytes: 256,
      // A job that did not finish in time sends the next one. Each deletes what it finds, so the chain ends.
      feedsItself: true,
      environment: {
        USER_POOL_ID: accounts.pool.userPoolId,
        USERS_TABLE: tables.users.tableName,
        AI_CONFIGURATIONS_TABLE: tables.aiConfigurations.tableName,
        AGENTS_TABLE: tables.agents.tableName,
        ADDRESSES_TABLE: tables.addresses.tableName,
        MAIL_DOMAIN: settings.mailDomain,
        RUNS_TABLE: tables.runs.tableName,
        USAGE_TABLE: tables.usage.tableName,
        BLOCKED_TABLE: tables.blocked.tableName,
        MAILBOXES_TABLE: tables.mailboxes.tableName,
        QUIET_THREADS_TABLE: tables.quietThreads.tableName,
        DENIED_SENDERS_TABLE: tables.deniedSenders.tableName,
        REMINDERS_TABLE: tables.reminders.tableName,
        HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
        RUNNER_MARKS_TABLE: tables.runnerMarks.tableName,
        DELIVERY_MARKS_TABLE: tables.deliveryMarks.tableName,
        NOTICE_MARKS_TABLE: tables.noticeMarks.tableName,
        WEBHOOKS_TABLE: tables.webhooks.tableName,
        WEBHOOK_DELIVERIES_TABLE: tables.webhookDeliveries.tableName,
        API_TOKENS_TABLE: tables.apiTokens.tableName,
        API_TOKEN_OWNERS_TABLE: tables.apiTokenOwners.tableName,
        IDEMPOTENCY_KEYS_TABLE: tables.idempotencyKeys.tableName,
        DOMAINS_TABLE: tables.domains.tableName,
        DOMAIN_HOLDERS_TABLE: tables.domainHolders.tableName,
        RAW_MAIL_BUCKET: rawMail.bucket.bucketName,
        DELETIONS_QUEUE_URL: this.deletions.queue.queueUrl,
        LAST_LOOK_SECONDS: String(LAST_LOOK_SECONDS),
        LOG_IN_SECONDS: String(LOG_IN_SECONDS),
      } satisfies Record<keyof Env, string>,
    });
    this.grant(uses);
    this.deletions.feed(this.deleter, { batchSize: 1, maxConcurrency: SLOW_QUEUE });
  }

  private grant({ accounts, tables, rawMail }: Uses): void {
    const { deleter } = this;
    deleter.allow(tables.users.tableArn, "dynamodb:GetItem", "dynamodb:DeleteItem");
    for (const { tableArn } of emptied(tables)) {
      deleter.allow(tableArn, "dynamodb:Query", "dynamodb:DeleteItem");
    }
    // Addresses end, and their names stay this owner's.
    deleter.allow(tables.addresses.tableArn, "dynamodb:UpdateItem", "dynamodb:DeleteItem");
    deleter.allow(tables.apiTokenOwners.tableArn, "dynamodb:DeleteItem");
    // A domain is let go, and SES's identity for it deleted, before its row.
    deleter.allow(tables.domainHolders.tableArn, "dynamodb:GetItem", "dynamodb:DeleteItem");
    allowIdentityRemoval(deleter);
    rawMail.allowDelete(deleter);
    deleter.allow(accounts.pool.userPoolArn, "cognito-idp:AdminDeleteUser");
    deleter.allow(this.deletions.queue.queueArn, "sqs:SendMessage");
  }
}

/** Every table whose rows are deleted with their account, except the table of users. */
function emptied(tables: Tables) {
  return [
    tables.aiConfigurations,
    tables.apiTokens,
    tables.agents,
    tables.runs,
    tables.usage,
    tables.blocked,
    tables.mailboxes,
    tables.quietThreads,
    tables.deniedSenders,
    tables.reminders,
    tables.webhooks,
    tables.webhookDeliveries,
    tables.hourlyLimits,
    tables.runnerMarks,
    tables.deliveryMarks,
    tables.noticeMarks,
    tables.idempotencyKeys,
    tables.domains,
  ];
}
