import { AddressStore } from "../../shared/agents/address-store.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { sqs } from "../../shared/aws/sqs.ts";
import { sqsBatch } from "../../shared/aws/sqs-batch.ts";
import { HolderStore } from "../../shared/domains/holder-store.ts";
import { log } from "../../shared/log.ts";
import { readNotification } from "../../shared/mail/notification.ts";
import { OperatorMailQueue } from "../../shared/operator/operator-mail.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { schema } from "./env.ts";
import { routeMail } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();
const queues = sqs();
const deps = {
  addresses: new AddressStore(db, env.ADDRESSES_TABLE),
  holders: new HolderStore(db, env.DOMAIN_HOLDERS_TABLE),
  runs: new RunStore(db, env.RUNS_TABLE),
  jobs: new JobQueue(queues, env.AGENT_RUNS_QUEUE_URL),
  operatorMails: new OperatorMailQueue(queues, env.OPERATOR_MAILS_QUEUE_URL),
  mailDomain: env.MAIL_DOMAIN,
  now: () => new Date(),
};

export const handler = sqsBatch(async (record) => {
  const notification = readNotification(record.body);
  if (notification.kind === "ignore") return log("notification_ignored", { why: notification.why });
  await routeMail(notification.mail, deps);
});
