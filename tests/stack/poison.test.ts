import { PutObjectCommand } from "@aws-sdk/client-s3";
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SetQueueAttributesCommand,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Clients, clientsOf, destroy } from "../../local/resources/clients.ts";
import { runList } from "../../shared/api/conversation-schemas.ts";
import { type Agent, createAgent, type Person, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();
let clients: Clients;
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  clients = clientsOf(stack().aws, stack().aws.admin);
  alice = await signUp(stack(), "Alice");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack(), alice);
});
afterAll(() => destroy(clients));

/** The template's visibility timeouts are minutes; a record that fails from now on comes back after these seconds. */
async function failQuickly(functionName: string, seconds = 1): Promise<void> {
  const QueueUrl = stack().queues[functionName];
  const Attributes = { VisibilityTimeout: String(seconds) };
  await clients.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
}

/** The bodies of the messages in the dead-letter queue of the queue that feeds a function. */
async function deadOf(functionName: string): Promise<string[]> {
  const { Attributes } = await clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: stack().queues[functionName], AttributeNames: ["RedrivePolicy"] }),
  );
  const { deadLetterTargetArn } = JSON.parse(Attributes?.["RedrivePolicy"] ?? "{}");
  const QueueUrl = `${stack().aws.endpoint}/${stack().aws.accountId}/${String(deadLetterTargetArn).split(":").at(-1)}`;
  const { Messages = [] } = await clients.sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
  );
  return Messages.map(({ Body = "" }) => Body);
}

async function send(functionName: string, bodies: string[]): Promise<void> {
  const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  await clients.sqs.send(new SendMessageBatchCommand({ QueueUrl: stack().queues[functionName], Entries }));
}

/** SES's notification of a mail that is stored. */
async function notification(messageId: string): Promise<string> {
  const objectKey = `inbound/${messageId}`;
  // Each mail has another sender, because an agent answers one correspondent only a limited number of times.
  const source = `carol@${messageId}.example`;
  const Body = `From: ${source}\r\nSubject: ${messageId}\r\n\r\nHello\r\n`;
  await clients.s3.send(new PutObjectCommand({ Bucket: stack().names["RAW_MAIL_BUCKET"], Key: objectKey, Body }));
  const pass = { status: "PASS" };
  const verdicts = { spamVerdict: pass, virusVerdict: pass, spfVerdict: pass, dkimVerdict: pass, dmarcVerdict: pass };
  const mail = {
    timestamp: new Date().toISOString(),
    source,
    messageId,
    headersTruncated: true,
  };
  const receipt = { recipients: [agent.address], ...verdicts, action: { type: "S3", objectKey } };
  return JSON.stringify({
    Type: "Notification",
    Message: JSON.stringify({ notificationType: "Received", mail, receipt }),
  });
}

it("an unreadable record ends in the dead-letter queue, and the nine others are processed once", async () => {
  // On a slow machine the batch takes longer than a second, and its good records would come back as well.
  await failQuickly("mail-router", 15);
  const good = await Promise.all(Array.from({ length: 9 }, (_, i) => notification(`good${i}`)));
  await send("mail-router", [...good.slice(0, 4), "not a notification", ...good.slice(4)]);
  const states = async () => {
    const { json } = await stack().api("GET", "/api/conversations?limit=50", { token: alice.token });
    return runList.parse(json).runs.map(({ state }) => state);
  };
  await expect.poll(states).toEqual(Array(9).fill("replied"));
  await failQuickly("mail-router");
  await expect.poll(() => deadOf("mail-router")).toEqual(["not a notification"]);
  // Not counted: the code that proves Alice's own address.
  expect((await stack().outbox()).filter(({ run_id }) => run_id)).toHaveLength(9);
  expect(await stack().providerCalls()).toHaveLength(9);
});

it("an unreadable job ends in the dead-letter queue, and a job of a missing run is finished", async () => {
  await failQuickly("agent-runner");
  await send("agent-runner", ["not a job", JSON.stringify({ user_id: alice.id, run_id: "20261123120000000-00" })]);
  await expect.poll(() => deadOf("agent-runner")).toEqual(["not a job"]);
  const unknown = stack().logs.filter((line) => line.includes("run_unknown"));
  expect(unknown).toHaveLength(1);
});
