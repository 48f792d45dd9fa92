import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { sqs } from "../../shared/aws/sqs.ts";
import { ReminderQueue } from "../../shared/reminders/reminder-queue.ts";
import { ReminderStore } from "../../shared/reminders/reminder-store.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { schema } from "./env.ts";
import { sweep } from "./handler.ts";
import { sendDueReminders } from "./remind.ts";

const env = readEnv(schema);
const db = dynamo();
const queues = sqs();
const deps = {
  runs: new RunStore(db, env.RUNS_TABLE),
  jobs: new JobQueue(queues, env.AGENT_RUNS_QUEUE_URL),
  due: new ReminderStore(db, env.REMINDERS_TABLE),
  reminders: new ReminderQueue(queues, env.NOTICES_QUEUE_URL),
  now: () => new Date(),
};

/** Mails come first: a fault of one of the two does not keep the other back, and either fails the sweep. */
export const handler = async () => {
  const swept = await Promise.allSettled([sweep(deps), sendDueReminders(deps)]);
  for (const each of swept) if (each.status === "rejected") throw each.reason;
};
