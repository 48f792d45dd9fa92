import { AgentStore } from "../../shared/agents/agent-store.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { sqsBatch } from "../../shared/aws/sqs-batch.ts";
import { BlockList } from "../../shared/correspondents/block-list.ts";
import { Complaints } from "../../shared/correspondents/complaints.ts";
import { WireIds } from "../../shared/correspondents/wire-ids.ts";
import { readDeliveryEvent, readRejectedReminder } from "../../shared/mail/delivery-event.ts";
import { NoticeQueue } from "../../shared/notices/notice-queue.ts";
import { ReminderQueue } from "../../shared/reminders/reminder-queue.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { UsageReader } from "../../shared/usage/usage-reader.ts";
import { announcerFor } from "../../shared/webhooks/announcer-for.ts";
import { schema } from "./env.ts";
import { type Deps, recordDelivery } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();
const queues = lazySqs();
const reminders = new ReminderQueue(queues, env.NOTICES_QUEUE_URL);

const deps: Deps = {
  runs: new RunStore(db, env.RUNS_TABLE),
  agents: new AgentStore(db, env.AGENTS_TABLE),
  days: new UsageReader(db, env.USAGE_TABLE),
  blocked: new BlockList(db, env.BLOCKED_TABLE),
  complaints: new Complaints(db, env.DELIVERY_MARKS_TABLE),
  wireIds: new WireIds(db, env.DELIVERY_MARKS_TABLE),
  notices: new NoticeQueue(queues, env.NOTICES_QUEUE_URL),
  announcer: announcerFor(db, env),
  now: () => new Date(),
};

export const handler = sqsBatch(async (record) => {
  const event = readDeliveryEvent(record.body);
  if (event) return recordDelivery(event, deps);
  const rejected = readRejectedReminder(record.body);
  if (rejected) await reminders.send({ kind: "reminder_rejected", ...rejected });
});
