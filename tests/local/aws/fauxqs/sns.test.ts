import { CreateTopicCommand, PublishCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientsOf, failure, startTestAws, type TestAws } from "../support.ts";

let one: TestAws;
beforeAll(async () => {
  one = await startTestAws();
});
afterAll(() => one.aws.stop());

async function publishInto(queue: string, attributes?: Record<string, string>): Promise<string> {
  const { sns, sqs } = clientsOf(one.aws, one.aws.admin);
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: `topic-of-${queue}` }));
  expect(TopicArn).toBe(`arn:aws:sns:${one.aws.region}:${one.aws.accountId}:topic-of-${queue}`);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: queue }));
  const Endpoint = `arn:aws:sqs:${one.aws.region}:${one.aws.accountId}:${queue}`;
  await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: "sqs", Endpoint, ...(attributes && { Attributes: attributes }) }),
  );
  await sns.send(new PublishCommand({ TopicArn, Subject: "s", Message: '{"mail":"é&<"}' }));
  const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }));
  return message?.Body ?? "";
}

test("a subscribed queue gets a published message in SNS's envelope", async () => {
  const envelope: unknown = JSON.parse(await publishInto("enveloped"));
  const TopicArn = expect.stringContaining("topic-of-enveloped");
  expect(envelope).toMatchObject({ Type: "Notification", TopicArn, Subject: "s", Message: '{"mail":"é&<"}' });
});

test("with raw delivery it gets only the message", async () => {
  expect(await publishInto("raw", { RawMessageDelivery: "true" })).toBe('{"mail":"é&<"}');
});

test("a call for a missing topic is refused with its name", async () => {
  const { sns } = clientsOf(one.aws, one.aws.admin);
  const TopicArn = `arn:aws:sns:${one.aws.region}:${one.aws.accountId}:none`;
  expect((await failure(sns.send(new PublishCommand({ TopicArn, Message: "m" })))).name).toBe("NotFoundException");
});
