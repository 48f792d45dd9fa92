import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySes } from "../../shared/aws/raw-email.ts";
import { sqsBatch } from "../../shared/aws/sqs-batch.ts";
import { notice } from "../../shared/notices/notice.ts";
import { NoticeMarks } from "../../shared/notices/notice-marks.ts";
import { noticesAddress } from "../../shared/notices/sender.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { schema } from "./env.ts";
import { type Deps, notify } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();

const deps: Deps = {
  users: new UserStore(db, env.USERS_TABLE),
  marks: new NoticeMarks(db, env.NOTICE_MARKS_TABLE),
  ses: lazySes(),
  from: noticesAddress(env.MAIL_DOMAIN),
  configurationSet: env.CONFIGURATION_SET,
  now: () => new Date(),
};

export const handler = sqsBatch((record) => notify(notice.parse(JSON.parse(record.body)), deps));
