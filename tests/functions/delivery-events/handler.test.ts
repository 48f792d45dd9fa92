import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { type Deps, recordDelivery } from "../../../functions/delivery-events/handler.ts";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { BlockList } from "../../../shared/correspondents/block-list.ts";
import { Complaints } from "../../../shared/correspondents/complaints.ts";
import { WireIds } from "../../../shared/correspondents/wire-ids.ts";
import { type DeliveryEvent, readDeliveryEvent } from "../../../shared/mail/delivery-event.ts";
import { threadRef } from "../../../shared/mail/thread-ref.ts";
import { notice } from "../../../shared/notices/notice.ts";
import { NoticeQueue } from "../../../shared/notices/notice-queue.ts";
import { RunStore } from "../../../shared/runs/run-store.ts";
import { Reservations } from "../../../shared/usage/reservations.ts";
import { UsageReader } from "../../../shared/usage/usage-reader.ts";
import { webhookJob } from "../../../shared/webhooks/webhook-job.ts";
import { someAgent } from "../../support/agents.ts";
import { makeAnnouncer } from "../../support/announcer.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { RECEIVED_AT, read, someRun } from "../../support/runs.ts";
import { MARK_TABLES, WEBHOOK_TABLES } from "../../support/tables.ts";
import { takeMessages } from "../../support/take-messages.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";
import { bounds, spentOn } from "../../support/usage.ts";
import { someEndpoint } from "../../support/webhooks.ts";

const NOW = new Date("2026-11-23T12:01:00.000Z");
const ROOT = "0123456789abcdef0123456789abcdef";
const CAROL = read.reply.to;

let dynamo: TestDynamo;
let aws: TestAws;
let deps: Deps;
let webhooks: Awaited<ReturnType<typeof makeAnnouncer>>;
let notices = "";
let user = 0;
let user_id = "";
beforeAll(async () => {
  const tables = {
    runs: { partition: "user_id", sort: "run_id" },
    agents: { partition: "user_id", sort: "agent_id" },
    ...MARK_TABLES,
    ...WEBHOOK_TABLES,
  };
  [dynamo, aws] = await Promise.all([startDynamo(tables), startTestAws()]);
  const { QueueUrl = "" } = await aws.sqs.send(new CreateQueueCommand({ QueueName: "notices" }));
  notices = QueueUrl;
  webhooks = await makeAnnouncer(aws.sqs, dynamo.db, () => NOW);
  deps = {
    runs: new RunStore(dynamo.db, "runs"),
    agents: new AgentStore(dynamo.db, "agents"),
    days: new UsageReader(dynamo.db, "usage"),
    blocked: new BlockList(dynamo.db, "blocked"),
    complaints: new Complaints(dynamo.db, "delivery-marks"),
    wireIds: new WireIds(dynamo.db, "delivery-marks"),
    notices: new NoticeQueue(aws.sqs, QueueUrl),
    announcer: webhooks.announcer,
    now: () => NOW,
  };
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));
beforeEach(async () => {
  user_id = `user${user++}`;
  await deps.agents.add(someAgent({ user_id }));
});

/** A reply that SES took, and the queue's message with SES's event about it. */
async function repliedRun(name: string) {
  const thread_ref = threadRef({ root: ROOT, answers: 1 }, name, "agents.example");
  const changes = { user_id, run_id: name, state: "replied", delivery: "sent", ...read } as const;
  await deps.runs.add(someRun({ ...changes, reply: { ...read.reply, thread_ref }, next_check_at: undefined }));
}

function event(run_id: string, eventType: string, details: object = {}): DeliveryEvent {
  const mail = { messageId: `ses-${run_id}`, tags: { user_id: [user_id], run_id: [run_id] } };
  const body = JSON.stringify({ Message: JSON.stringify({ eventType, mail, ...details }) });
  const found = readDeliveryEvent(body);
  if (found === undefined) throw new Error("An event of this kind is kept");
  return found;
}

const bounce = (bounceType: string, bounceSubType = "General") => ({ bounce: { bounceType, bounceSubType } });
const complaint = (complaintFeedbackType?: string) => ({ complaint: { complaintFeedbackType } });
const blocked = () => deps.blocked.list(user_id, "agent1");
const delivery = async (name: string) => (await deps.runs.get(user_id, name))?.delivery;

test("a permanent bounce blocks the correspondent once, and the run says so", async () => {
  await repliedRun("r1");
  for (const _ of [1, 2]) await recordDelivery(event("r1", "Bounce", bounce("Permanent")), deps);
  expect(await blocked()).toMatchObject([
    { address: CAROL, reason: "bounced", run_id: "r1", blocked_at: NOW.toISOString() },
  ]);
  expect(await deps.blocked.has(user_id, "agent1", `${CAROL.toUpperCase()}`)).toBe(true);
  expect(await deps.blocked.has(user_id, "agent2", CAROL)).toBe(false);
  expect(await delivery("r1")).toBe("bounced");
});

test.each(["Suppressed", "OnAccountSuppressionList"])(
  "a reply that SES kept back (%s) is not delivered, and its correspondent is blocked",
  async (why) => {
    await repliedRun("r1");
    await recordDelivery(event("r1", "Bounce", bounce("Permanent", why)), deps);
    expect(await delivery("r1")).toBe("bounced");
    expect(await blocked()).toMatchObject([{ address: CAROL, reason: "bounced" }]);
  },
);

test("a full mailbox does not block, and neither does a correspondent who moves our mail out of spam", async () => {
  await repliedRun("r1");
  await repliedRun("r2");
  await recordDelivery(event("r1", "Bounce", bounce("Transient")), deps);
  await recordDelivery(event("r2", "Complaint", complaint("not-spam")), deps);
  expect(await blocked()).toEqual([]);
  expect([await delivery("r1"), await delivery("r2")]).toEqual(["bounced", "complained"]);
});

test("a late delivery report does not change a bounce", async () => {
  await repliedRun("r1");
  await recordDelivery(event("r1", "Bounce", bounce("Permanent")), deps);
  await recordDelivery(event("r1", "Delivery"), deps);
  expect(await delivery("r1")).toBe("bounced");
});

test("a complaint blocks its correspondent, and the third one pauses the agent", async () => {
  for (const name of ["r1", "r2", "r3"]) await repliedRun(name);
  const agent = () => deps.agents.get(user_id, "agent1");
  for (const name of ["r1", "r1", "r1", "r2"]) await recordDelivery(event(name, "Complaint", complaint("abuse")), deps);
  expect(await blocked()).toMatchObject([{ reason: "complained", run_id: "r1" }]);
  expect(await agent()).toMatchObject({ is_active: true, paused_reason: null });
  await recordDelivery(event("r3", "Complaint", complaint()), deps);
  expect(await agent()).toMatchObject({ is_active: false, paused_reason: "complaints" });
});

/** The notices to the owner: one line for each episode, as the notifier counts them. */
async function told(): Promise<string[]> {
  const { Messages = [] } = await aws.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: notices, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
  );
  const all = Messages.map(({ Body = "" }) => notice.parse(JSON.parse(Body))).filter((one) => one.user_id === user_id);
  return [...new Set(all.map((one) => `${one.kind} ${one.episode} ${"agent_name" in one && one.agent_name}`))].sort();
}

test("an owner is notified once about a pause, however many complaints it has, and again when the agent is paused again", async () => {
  const complain = async (name: string, at: string) => {
    await repliedRun(name);
    await recordDelivery(event(name, "Complaint", complaint("abuse")), { ...deps, now: () => new Date(at) });
  };
  for (const name of ["r1", "r2"]) await complain(name, "2026-11-23T12:01:00.000Z");
  expect(await told()).toEqual([]);
  for (const name of ["r3", "r3", "r4"]) await complain(name, `2026-11-23T12:0${name.slice(1)}:00.000Z`);
  const first = "agent_paused agent1:2026-11-23T12:03:00.000Z Support";
  expect(await told()).toEqual([first]);

  await deps.agents.patch(user_id, "agent1", { is_active: true, paused_reason: null }, NOW);
  await complain("r5", "2026-11-23T13:00:00.000Z");
  expect(await told()).toEqual([first, "agent_paused agent1:2026-11-23T13:00:00.000Z Support"]);
  expect(await deps.agents.get(user_id, "agent1")).toMatchObject({ is_active: false, paused_reason: "complaints" });
});

test("an agent that its owner switched off stays under the owner's control, and nobody is notified", async () => {
  await deps.agents.patch(user_id, "agent1", { is_active: false }, NOW);
  for (const name of ["r1", "r2", "r3"]) {
    await repliedRun(name);
    await recordDelivery(event(name, "Complaint", complaint("abuse")), deps);
  }
  expect(await deps.agents.get(user_id, "agent1")).toMatchObject({ is_active: false, paused_reason: null });
  expect(await told()).toEqual([]);
});

test("three complaints among thousands of answers do not pause the agent", async () => {
  const usage = new Reservations(dynamo.db, "usage");
  const slot = { userId: user_id, day: RECEIVED_AT.slice(0, 10), runId: "x", agentId: "agent1" };
  await usage.reserve(slot, bounds());
  await usage.settle(slot, [spentOn({ mails: 3_000 })]);
  for (const name of ["r1", "r2", "r3"]) {
    await repliedRun(name);
    await recordDelivery(event(name, "Complaint", complaint("abuse")), deps);
  }
  expect(await deps.agents.get(user_id, "agent1")).toMatchObject({ is_active: true });
});

test("SES's id of a sent reply leads back to its thread, only for its correspondent at its agent", async () => {
  await repliedRun("r1");
  await recordDelivery(event("r1", "Send"), deps);
  const between = { userId: user_id, agentId: "agent1", correspondent: CAROL.toUpperCase() };
  const { wireIds } = deps;
  expect(await wireIds.rootOf(between, "ses-r1")).toBe(ROOT);
  expect(await wireIds.rootOf({ ...between, correspondent: "mallory@evil.example" }, "ses-r1")).toBeUndefined();
  expect(await wireIds.rootOf({ ...between, agentId: "agent2" }, "ses-r1")).toBeUndefined();
  expect(await wireIds.rootOf({ ...between, userId: "bob" }, "ses-r1")).toBeUndefined();
});

test("a bounce and a complaint are announced, and a delivery only if it settles the sending", async () => {
  await webhooks.endpoints.add(someEndpoint({ user_id, created_at: "2026-01-01T00:00:00.000Z" }));
  const announced = async () =>
    z
      .array(webhookJob)
      .parse(await takeMessages(aws.sqs, webhooks.queueUrl))
      .flatMap((job) => (job.kind === "announced" ? job.events.map(({ payload }) => payload.type) : []));
  await announced();
  await repliedRun("r1");
  await recordDelivery(event("r1", "Delivery"), deps);
  expect(await announced()).toEqual([]);
  await recordDelivery(event("r1", "Complaint", complaint("abuse")), deps);
  expect(await announced()).toEqual(["run.replied", "reply.complained"]);
  await repliedRun("r2");
  await recordDelivery(event("r2", "Bounce", bounce("Permanent")), deps);
  expect(await announced()).toEqual(["run.replied", "reply.bounced"]);
  // Nobody knew whether this reply had left.
  await deps.runs.add(someRun({ user_id, run_id: "r3", state: "sending", ...read }));
  await recordDelivery(event("r3", "Send", {}), deps);
  expect(await announced()).toEqual(["run.replied"]);
});
