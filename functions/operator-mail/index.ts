import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySes } from "../../shared/aws/raw-email.ts";
import { lazyS3, RawMails } from "../../shared/aws/raw-mails.ts";
import { sqsBatch } from "../../shared/aws/sqs-batch.ts";
import { HourlyLimit, OPERATOR_MAILS } from "../../shared/limits/hourly-limit.ts";
import { noticesAddress } from "../../shared/notices/sender.ts";
import { operatorMail } from "../../shared/operator/operator-mail.ts";
import { schema } from "./env.ts";
import { type Deps, tellOperator } from "./handler.ts";

const env = readEnv(schema);

const deps: Deps = {
  mails: new RawMails(lazyS3(), env.RAW_MAIL_BUCKET),
  sent: new HourlyLimit(dynamo(), env.HOURLY_LIMITS_TABLE, OPERATOR_MAILS),
  ses: lazySes(),
  from: noticesAddress(env.MAIL_DOMAIN),
  to: env.OPERATOR_ADDRESS || undefined,
  mailDomain: env.MAIL_DOMAIN,
  configurationSet: env.CONFIGURATION_SET,
  now: () => new Date(),
};

export const handler = sqsBatch((record) => tellOperator(operatorMail.parse(JSON.parse(record.body)), deps));
