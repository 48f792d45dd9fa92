import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { clientsOf, startTestAws, type TestAws } from "../support.ts";

let one: TestAws;
let sqs: ReturnType<typeof clientsOf>["sqs"];
beforeAll(async () => {
  one = await startTestAws();
  sqs = clientsOf(one.aws, one.aws.admin).sqs;
});
afterAll(() => one.aws.stop());
afterEach(() => void vi.useRealTimers());

async function queueWith(QueueName: string, groups: string[]): Promise<string> {
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName }));
  for (const group of groups) {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: group, MessageGroupId: group }));
  }
  return QueueUrl;
}

async function take(QueueUrl: string, MaxNumberOfMessages = 10) {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages }));
  return Messages;
}

const bodies = (messages: { Body?: string | undefined }[]) => messages.map(({ Body }) => Body);
const times = (count: number, group: string) => Array.from({ length: count }, () => group);

test("a group that has occupied the consumers waits behind groups that arrive later", async () => {
  const queue = await queueWith("flooded", times(15, "alice"));
  expect(bodies(await take(queue))).toEqual(times(10, "alice"));
  await queueWith("flooded", ["bob", "carol"]);
  expect(bodies(await take(queue))).toEqual(["bob", "carol", ...times(5, "alice")]);
});

test("groups that use equal parts of the consumers' time are served in order of arrival", async () => {
  const groups = [...times(3, "alice"), ...times(3, "bob"), ...times(3, "alice")];
  const queue = await queueWith("equal", groups);
  expect(bodies(await take(queue, 6))).toEqual([...times(3, "alice"), ...times(3, "bob")]);
  expect(bodies(await take(queue, 3))).toEqual(times(3, "alice"));
});

test("a group with recent slow messages waits, even if none of them is in flight", async () => {
  const queue = await queueWith("slow", ["alice"]);
  const [slow] = await take(queue);
  // The queue reads this clock, so Alice has had the consumer for 20 ms.
  vi.setSystemTime(Date.now() + 20);
  await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: slow?.ReceiptHandle }));
  await queueWith("slow", ["alice", "bob"]);
  expect(bodies(await take(queue, 1))).toEqual(["bob"]);
  expect(bodies(await take(queue, 1))).toEqual(["alice"]);
});
