import { Construct } from "constructs";
import type { Env } from "../functions/notifier/env.ts";
import { LatchkeyFunction } from "./function.ts";
import type { MailSending } from "./mail-sending.ts";
import { WorkQueue } from "./queue.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";

type Uses = { tables: Tables; sending: MailSending; webUrl: string; settings: Settings };

const SECONDS = 30;
// Notices are few and can wait, so that answers get SES's sending rate.
const MAX_CONCURRENCY = 2;

/** Mails notices to owners. Any function may queue a notice, and only the notifier sends it. */
export class Notices extends Construct {
  readonly waiting: WorkQueue;
  readonly notifier: LatchkeyFunction;

  constructor(scope: Construct, id: string, { tables, sending, webUrl, settings }: Uses) {
    super(scope, id);
    this.waiting = new WorkQueue(this, "Waiting", SECONDS);
    this.notifier = new LatchkeyFunction(this, "Notifier", {
      name: "notifier",
      seconds: SECONDS,
      megabytes: 256,
      environment: {
        USERS_TABLE: tables.users.tableName,
        NOTICE_MARKS_TABLE: tables.noticeMarks.tableName,
        REMINDERS_TABLE: tables.reminders.tableName,
        AGENTS_TABLE: tables.agents.tableName,
        RUNS_TABLE: tables.runs.tableName,
        WEB_URL: webUrl,
        MAIL_DOMAIN: settings.mailDomain,
        CONFIGURATION_SET: sending.configurationSet.configurationSetName,
      } satisfies Env,
    });
    this.notifier.allow(tables.users.tableArn, "dynamodb:GetItem");
    this.notifier.allow(tables.noticeMarks.tableArn, "dynamodb:UpdateItem");
    // A reminder says what waits, and how much was answered.
    this.notifier.allow(tables.reminders.tableArn, "dynamodb:GetItem", "dynamodb:UpdateItem");
    this.notifier.allow(tables.agents.tableArn, "dynamodb:Query");
    this.notifier.allow(tables.runsIndexArn("waiting"), "dynamodb:Query");
    this.notifier.allow(tables.runsIndexArn("by_agent"), "dynamodb:Query");
    sending.allowSend(this.notifier);
    this.waiting.feed(this.notifier, { batchSize: 10, maxConcurrency: MAX_CONCURRENCY });
  }
}
