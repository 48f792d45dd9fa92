import { PutObjectCommand } from "@aws-sdk/client-s3";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import { runList } from "../../shared/api/conversation-schemas.ts";
import { usageReport } from "../../shared/api/usage-schemas.ts";
import { idleQueues } from "../support/idle-queues.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";

let stack: TestStack;
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  stack = await startTestStack();
  alice = await signUp(stack, "Alice");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack, alice);
});
afterAll(() => stack.stop());

/** SES's notification of a mail that is in the bucket under `key`. */
function notification(messageId: string, key: string): string {
  const verdict = { status: "PASS" };
  const Message = JSON.stringify({
    notificationType: "Received",
    mail: {
      timestamp: new Date().toISOString(),
      source: "carol@customer.example",
      messageId,
      headersTruncated: true,
      commonHeaders: { from: ["carol@customer.example"], subject: "Five times" },
    },
    receipt: {
      recipients: [agent.address],
      spamVerdict: verdict,
      virusVerdict: verdict,
      spfVerdict: verdict,
      dkimVerdict: verdict,
      dmarcVerdict: verdict,
      action: { type: "S3", objectKey: key },
    },
  });
  return JSON.stringify({ Type: "Notification", Message });
}

async function store(Key: string, Body: string): Promise<void> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  await clients.s3.send(new PutObjectCommand({ Bucket: stack.names["RAW_MAIL_BUCKET"], Key, Body }));
  destroy(clients);
}

async function send(queue: string, bodies: string[]): Promise<void> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  const QueueUrl = stack.queues[queue];
  await Promise.all(bodies.map((MessageBody) => clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }))));
  destroy(clients);
}

describe("the same mail, delivered again", () => {
  it("five times concurrently by SES is one run, one charge and one answer", async () => {
    await store("inbound/redelivered1", "From: carol@customer.example\r\nSubject: Five times\r\n\r\nHello\r\n");
    const [calls, sent] = [(await stack.providerCalls()).length, (await stack.outbox()).length];

    const body = notification("redelivered1", "inbound/redelivered1");
    await send("mail-router", [body, body, body, body, body]);
    const runs = async () => {
      const { json } = await stack.api("GET", "/api/conversations", { token: alice.token });
      return runList.parse(json).runs.filter(({ subject }) => subject === "Five times");
    };
    await expect.poll(runs).toMatchObject([{ state: "replied" }]);
    await idleQueues(stack);
    expect((await stack.providerCalls()).length - calls).toBe(1);
    expect((await stack.outbox()).length - sent).toBe(1);
    expect(await runs()).toHaveLength(1);
  });

  it("as five concurrent jobs of one run is one charge and one answer", async () => {
    await stack.answerWith({ delay_ms: 300, times: 1 });
    const [calls, sent] = [(await stack.providerCalls()).length, (await stack.outbox()).length];
    const id = await stack.sendMail({ from: "carol@customer.example", to: agent.address, subject: "c", text: "d" });
    const [run] = await stack.waitForRun(id, (all) => all.length === 1);
    const job = JSON.stringify({ user_id: alice.id, run_id: run?.run_id });
    await send("agent-runner", [job, job, job, job, job]);
    expect(await stack.waitForRun(id)).toMatchObject([{ state: "replied" }]);
    await idleQueues(stack);
    expect((await stack.providerCalls()).length - calls).toBe(1);
    expect((await stack.outbox()).length - sent).toBe(1);
    expect(await readRun(stack, alice, run?.run_id ?? "")).toMatchObject({ calls_lost: 0 });
  });

  it("by the sender's own mail server, under a new SES id, is skipped as a duplicate", async () => {
    const mail = {
      from: "carol@customer.example",
      to: agent.address,
      subject: "e",
      text: "f",
      messageId: "<e@c.example>",
    };
    expect(await stack.waitForRun(await stack.sendMail(mail))).toMatchObject([{ state: "replied" }]);
    const again = await stack.waitForRun(await stack.sendMail(mail));
    expect(again).toMatchObject([{ state: "skipped", reason: "duplicate" }]);
  });
});

it("counts each answer once in the usage", async () => {
  const { json } = await stack.api("GET", "/api/usage", { token: alice.token });
  expect(usageReport.parse(json).total.mails).toBe((await stack.providerCalls()).length);
});
