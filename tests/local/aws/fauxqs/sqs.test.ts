import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListMessageMoveTasksCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { clientsOf, failure, startTestAws, type TestAws } from "../support.ts";

let one: TestAws;
let sqs: ReturnType<typeof clientsOf>["sqs"];
beforeAll(async () => {
  one = await startTestAws();
  sqs = clientsOf(one.aws, one.aws.admin).sqs;
});
afterAll(() => one.aws.stop());
afterEach(() => void vi.useRealTimers());

/** Moves the queues' clock forward, so that no test really waits. */
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);

async function makeQueue(QueueName: string, Attributes: Record<string, string> = {}): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
  return QueueUrl ?? "";
}

const receive = (QueueUrl: string, WaitTimeSeconds = 0) =>
  sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      WaitTimeSeconds,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ["All"],
    }),
  );

test("a queue's URL has the machine's endpoint, in every call that returns it", async () => {
  const url = `${one.aws.endpoint}/${one.aws.accountId}/urls`;
  expect(await makeQueue("urls")).toBe(url);
  expect((await sqs.send(new GetQueueUrlCommand({ QueueName: "urls" }))).QueueUrl).toBe(url);
  expect((await sqs.send(new ListQueuesCommand({ QueueNamePrefix: "urls" }))).QueueUrls).toEqual([url]);
});

test("a message is received with its group id and attributes, and is gone after its deletion", async () => {
  const QueueUrl = await makeQueue("groups");
  const attribute = { DataType: "String", StringValue: "x" };
  await sqs.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: "é",
      MessageGroupId: "user-1",
      MessageAttributes: { own: attribute },
    }),
  );
  const all = { QueueUrl, MessageAttributeNames: ["All"], MessageSystemAttributeNames: ["All" as const] };
  const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ ...all, VisibilityTimeout: 0 }));
  expect(message?.Body).toBe("é");
  expect(message?.Attributes).toMatchObject({ MessageGroupId: "user-1", ApproximateReceiveCount: "1" });
  expect(message?.MessageAttributes).toEqual({ own: attribute });

  const { Messages: [again] = [] } = await receive(QueueUrl);
  expect(again?.MessageAttributes).toBeUndefined();
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
  expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: "0", ApproximateNumberOfMessagesNotVisible: "0" });
});

test("a batch keeps each message's group and delay", async () => {
  const QueueUrl = await makeQueue("batches");
  const Entries = [
    { Id: "now", MessageBody: "now", MessageGroupId: "a" },
    { Id: "later", MessageBody: "later", MessageGroupId: "b", DelaySeconds: 900 },
  ];
  const { Successful } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  expect(Successful).toHaveLength(2);
  const { Messages } = await receive(QueueUrl);
  expect(Messages?.map(({ Body, Attributes }) => [Body, Attributes?.["MessageGroupId"]])).toEqual([["now", "a"]]);
});

test("a waiting receiver gets a delayed message after its delay", async () => {
  const QueueUrl = await makeQueue("delays");
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m", DelaySeconds: 600 }));
  expect((await receive(QueueUrl)).Messages).toBeUndefined();
  pass(601);
  expect((await receive(QueueUrl, 5)).Messages).toHaveLength(1);
});

test("a delay over 900 seconds is refused", async () => {
  const QueueUrl = await makeQueue("delays");
  const call = sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m", DelaySeconds: 901 }));
  expect((await failure(call)).name).toBe("InvalidParameterValue");
});

test("a message that is received too often moves to the dead-letter queue, with its group", async () => {
  const dead = await makeQueue("dead");
  const deadLetterTargetArn = `arn:aws:sqs:${one.aws.region}:${one.aws.accountId}:dead`;
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 });
  const QueueUrl = await makeQueue("poison", { VisibilityTimeout: "0", RedrivePolicy });
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "poison", MessageGroupId: "g" }));
  const counts: (string | undefined)[] = [];
  for (const _ of [1, 2, 3]) {
    const { Messages = [] } = await receive(QueueUrl);
    counts.push(...Messages.map(({ Attributes }) => Attributes?.["ApproximateReceiveCount"]));
  }
  expect(counts).toEqual(["1", "2"]);
  const { Messages } = await receive(dead);
  expect(Messages?.map(({ Body, Attributes }) => [Body, Attributes?.["MessageGroupId"]])).toEqual([["poison", "g"]]);
});

test("a redrive moves every dead letter back once, with its group, and reports their number", async () => {
  const [dead, source] = [await makeQueue("letters-dead"), await makeQueue("letters")];
  for (let i = 0; i < 12; i++) {
    await sqs.send(new SendMessageCommand({ QueueUrl: dead, MessageBody: `letter ${i}`, MessageGroupId: "user-1" }));
  }
  const arn = (name: string) => `arn:aws:sqs:us-east-1:${one.aws.accountId}:${name}`;
  const move = { SourceArn: arn("letters-dead"), DestinationArn: arn("letters") };
  expect((await sqs.send(new StartMessageMoveTaskCommand(move))).TaskHandle).toBeTruthy();
  expect((await receive(dead)).Messages ?? []).toEqual([]);
  const moved = [...((await receive(source)).Messages ?? []), ...((await receive(source)).Messages ?? [])];
  expect(new Set(moved.map(({ Body }) => Body)).size).toBe(12);
  expect(moved[0]?.Attributes).toMatchObject({ MessageGroupId: "user-1" });
  const { Results } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn: arn("letters-dead") }));
  expect(Results).toMatchObject([{ Status: "COMPLETED", ApproximateNumberOfMessagesMoved: 12 }]);
});

test("a message comes back when its visibility times out, or at once when that is set to 0", async () => {
  const QueueUrl = await makeQueue("visible", { VisibilityTimeout: "600" });
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m" }));
  await receive(QueueUrl);
  expect((await receive(QueueUrl)).Messages).toBeUndefined();
  pass(601);
  const { Messages: [message] = [] } = await receive(QueueUrl, 5);
  const change = { QueueUrl, ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 };
  await sqs.send(new ChangeMessageVisibilityCommand(change));
  pass(1);
  expect((await receive(QueueUrl)).Messages).toHaveLength(1);
});

test("a call for a missing queue is refused with its name", async () => {
  const call = sqs.send(new SendMessageCommand({ QueueUrl: `${one.aws.endpoint}/0/none`, MessageBody: "m" }));
  expect((await failure(call)).name).toBe("QueueDoesNotExist");
});
