import { Construct } from "constructs";
import type { Env } from "../functions/operator-mail/env.ts";
import { SLOW_QUEUE } from "./concurrency.ts";
import { LatchkeyFunction } from "./function.ts";
import type { MailSending } from "./mail-sending.ts";
import { WorkQueue } from "./queue.ts";
import type { RawMail } from "./raw-mail.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";

type Uses = { tables: Tables; rawMail: RawMail; sending: MailSending; settings: Settings };

const SECONDS = 30;

/** Sends the operator what comes to `abuse@` and the other role addresses of the mail domain (RFC 2142). */
export class OperatorMails extends Construct {
  readonly waiting: WorkQueue;
  readonly sender: LatchkeyFunction;

  constructor(scope: Construct, id: string, { tables, rawMail, sending, settings }: Uses) {
    super(scope, id);
    this.waiting = new WorkQueue(this, "Waiting", SECONDS);
    this.sender = new LatchkeyFunction(this, "Sender", {
      name: "operator-mail",
      seconds: SECONDS,
      // A mail of 40 MB is read whole before it is left out.
      megabytes: 512,
      environment: {
        RAW_MAIL_BUCKET: rawMail.bucket.bucketName,
        HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
        MAIL_DOMAIN: settings.mailDomain,
        CONFIGURATION_SET: sending.configurationSet.configurationSetName,
        OPERATOR_ADDRESS: settings.operatorAddress ?? settings.alarmAddress ?? "",
      } satisfies Env,
    });
    rawMail.allowRead(this.sender);
    // Counts what is sent in an hour.
    this.sender.allow(tables.hourlyLimits.tableArn, "dynamodb:UpdateItem");
    sending.allowSend(this.sender);
    this.waiting.feed(this.sender, { batchSize: 1, maxConcurrency: SLOW_QUEUE });
  }
}
