import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Clients, clientsOf, destroy } from "../../local/resources/clients.ts";
import type { Notice } from "../../shared/notices/notice.ts";
import { createAgent, proveEmail, signUp, storeKey } from "../support/people.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";

let stack: TestStack;
let clients: Clients;
beforeAll(async () => {
  stack = await startTestStack();
  clients = clientsOf(stack.aws, stack.aws.admin);
});
afterAll(async () => {
  destroy(clients);
  await stack.stop();
});

function tell(user_id: string, episode: string) {
  const notice: Notice = { kind: "key_failed", user_id, episode, provider: "openai", status: "rejected" };
  const MessageBody = JSON.stringify(notice);
  const QueueUrl = stack.queues["notifier"];
  return clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: user_id }));
}

const noticesTo = async (email: string) =>
  (await stack.outbox()).filter(({ from, to }) => from.startsWith("notices@") && to.includes(email));
const logged = (event: string) => stack.logs.filter((line) => line.includes(`"${event}"`)).length;

it("an owner with a confirmed address gets one mail for ten concurrent notices", async () => {
  const alice = await signUp(stack, "Alice");
  await tell(alice.id, "first");
  await expect.poll(() => logged("notice_dropped")).toBe(1);
  expect(await noticesTo(alice.email)).toEqual([]);

  await proveEmail(stack, alice);
  await Promise.all(Array.from({ length: 10 }, () => tell(alice.id, "first")));
  await expect.poll(() => noticesTo(alice.email)).toHaveLength(1);
  // Another episode comes after the ten, so that they are worked by then.
  await tell(alice.id, "second");
  await expect.poll(() => noticesTo(alice.email)).toHaveLength(2);
  const [first] = await noticesTo(alice.email);
  expect(first).toMatchObject({ run_id: null });
  expect(first?.raw).toContain("Auto-Submitted: auto-generated");
  expect(logged("record_failed")).toBe(0);
  expect(stack.denied).toEqual([]);
});

it("a mail to the notices' address is dropped silently", async () => {
  const [notice] = await stack.outbox().then((mails) => mails.filter(({ from }) => from.startsWith("notices@")));
  const to = notice?.from ?? "";
  const before = await stack.outbox();
  const id = await stack.sendMail({ from: "alice@people.example", to, subject: "Re: your notice", text: "Thanks" });
  expect(await stack.waitForRun(id, () => true)).toEqual([]);
  expect(await stack.outbox()).toHaveLength(before.length);
});

it("an owner gets one mail when three complaints have paused an agent", async () => {
  const owner = await signUp(stack, "Olga");
  await proveEmail(stack, owner);
  await storeKey(stack, owner, "openai", "sk-demo-olga-0123456789", "gpt-4");
  const agent = await createAgent(stack, owner, { name: "Olga's desk" });
  for (const name of ["ann", "ben", "cem"]) {
    const from = `${name}@customer.example`;
    const [run] = await stack.waitForRun(
      await stack.sendMail({ from, to: agent.address, subject: "?", text: "Hours?" }),
    );
    expect(run).toMatchObject({ state: "replied" });
    const tags = { user_id: [owner.id], run_id: [run?.run_id] };
    const event = {
      eventType: "Complaint",
      mail: { messageId: "x", tags },
      complaint: { complaintFeedbackType: "abuse" },
    };
    const MessageBody = JSON.stringify({ Message: JSON.stringify(event) });
    const QueueUrl = stack.queues["delivery-events"];
    for (const _ of [1, 2]) await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  }
  await expect.poll(() => noticesTo(owner.email)).toHaveLength(1);
  const [mail] = await noticesTo(owner.email);
  expect((await simpleParser(mail?.raw ?? "")).subject).toBe(
    `Your agent "Olga's desk" was switched off after complaints`,
  );
  const { json } = await stack.api("GET", `/api/automation/agents/${agent.id}`, { token: owner.token });
  expect(json).toMatchObject({ is_active: false, paused_reason: "complaints" });
  expect(stack.denied).toEqual([]);
});
