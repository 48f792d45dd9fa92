import { AgentStore } from "../../shared/agents/agent-store.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySes } from "../../shared/aws/raw-email.ts";
import { sqsBatch } from "../../shared/aws/sqs-batch.ts";
import { notice } from "../../shared/notices/notice.ts";
import { NoticeMarks } from "../../shared/notices/notice-marks.ts";
import { noticesAddress } from "../../shared/notices/sender.ts";
import { reminderJob } from "../../shared/reminders/reminder-queue.ts";
import { ReminderStore } from "../../shared/reminders/reminder-store.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { schema } from "./env.ts";
import { type Deps, notify } from "./handler.ts";
import type { SendsReminders } from "./reminders/send-reminder.ts";
import { workReminder } from "./reminders/work-reminder.ts";

const env = readEnv(schema);
const db = dynamo();

const deps: Deps & SendsReminders = {
  users: new UserStore(db, env.USERS_TABLE),
  marks: new NoticeMarks(db, env.NOTICE_MARKS_TABLE),
  reminders: new ReminderStore(db, env.REMINDERS_TABLE),
  agents: new AgentStore(db, env.AGENTS_TABLE),
  runs: new RunStore(db, env.RUNS_TABLE),
  ses: lazySes(),
  from: noticesAddress(env.MAIL_DOMAIN),
  configurationSet: env.CONFIGURATION_SET,
  webUrl: env.WEB_URL,
  now: () => new Date(),
};

export const handler = sqsBatch((record) => {
  const message: unknown = JSON.parse(record.body);
  const reminder = reminderJob.safeParse(message);
  return reminder.success ? workReminder(reminder.data, deps) : notify(notice.parse(message), deps);
});
