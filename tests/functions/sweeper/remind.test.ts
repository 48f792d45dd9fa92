import { CreateQueueCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendDueReminders } from "../../../functions/sweeper/remind.ts";
import { ReminderQueue } from "../../../shared/reminders/reminder-queue.ts";
import { ReminderStore } from "../../../shared/reminders/reminder-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { later } from "../../support/runs.ts";
import { REMINDER_TABLE } from "../../support/tables.ts";
import { takeMessages } from "../../support/take-messages.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";

let dynamo: TestDynamo;
let aws: TestAws;
let queue = "";
beforeAll(async () => {
  [dynamo, aws] = await Promise.all([startDynamo(REMINDER_TABLE), startTestAws()]);
  queue = (await aws.sqs.send(new CreateQueueCommand({ QueueName: "notices" }))).QueueUrl ?? "";
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));

test("each owner whose time has come gets one message, and no other owner", async () => {
  const due = new ReminderStore(dynamo.db, "reminders");
  await due.plan("alice", later(0), "hourly");
  await due.plan("bob", later(60), "hourly");
  await due.plan("carla", later(0), "hourly");
  await due.drop("carla");
  const reminders = new ReminderQueue(aws.sqs, queue);
  await sendDueReminders({ due, reminders, now: () => later(30) });
  expect(await takeMessages(aws.sqs, queue)).toEqual([{ kind: "reminder_due", user_id: "alice" }]);
  await due.begin("alice", later(0).toISOString(), later(30));
  await sendDueReminders({ due, reminders, now: () => later(90) });
  expect(await takeMessages(aws.sqs, queue)).toEqual([{ kind: "reminder_due", user_id: "bob" }]);
});
