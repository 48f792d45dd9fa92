import { Construct } from "constructs";
import type { Env } from "../functions/notifier/env.ts";
import { LatchkeyFunction } from "./function.ts";
import type { MailSending } from "./mail-sending.ts";
import { WorkQueue } from "./queue.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";

type Uses = { tables: Tables; sending: MailSending; settings: Settings };

const SECONDS = 30;
// Notices are few and can wait, so that answers get SES's sending rate.
const MAX_CONCURRENCY = 2;

/** Mails notices to owners. Any function may queue a notice, and only the notifier sends it. */
export class Notices extends Construct {
  readonly waiting: WorkQueue;
  readonly notifier: LatchkeyFunction;

  constructor(scope: Construct, id: string, { tables, sending, settings }: Uses) {
    super(scope, id);
    this.waiting = new WorkQueue(this, "Waiting", SECONDS);
    this.notifier = new LatchkeyFunction(this, "Notifier", {
      name: "notifier",
      seconds: SECONDS,
      megabytes: 256,
      environment: {
        USERS_TABLE: tables.users.tableName,
        NOTICE_MARKS_TABLE: tables.noticeMarks.tableName,
        MAIL_DOMAIN: settings.mailDomain,
        CONFIGURATION_SET: sending.configurationSet.configurationSetName,
      } satisfies Env,
    });
    this.notifier.allow(tables.users.tableArn, "dynamodb:GetItem");
    this.notifier.allow(tables.noticeMarks.tableArn, "dynamodb:UpdateItem");
    sending.allowSend(this.notifier);
    this.waiting.feed(this.notifier, { batchSize: 10, maxConcurrency: MAX_CONCURRENCY });
  }
}
