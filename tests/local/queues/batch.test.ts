import { expect, test } from "vitest";
import { batchEvent, workedMessages } from "../../../local/queues/batch.ts";

const messages = ["a", "b", "c"].map((MessageId) => ({ MessageId, ReceiptHandle: `r-${MessageId}`, Body: "{}" }));
const worked = (answer: Parameters<typeof workedMessages>[1], reports = true) =>
  workedMessages(messages, answer, reports).map(({ MessageId }) => MessageId);

test("a function that reports no failures has processed the whole batch", () => {
  expect(worked(null)).toEqual(["a", "b", "c"]);
  expect(worked({ batchItemFailures: [] })).toEqual(["a", "b", "c"]);
  expect(worked({ batchItemFailures: null })).toEqual(["a", "b", "c"]);
});

test("the messages that it reports as failed are kept", () => {
  expect(worked({ batchItemFailures: [{ itemIdentifier: "b" }] })).toEqual(["a", "c"]);
});

test("a malformed answer, or one that names an unknown message, fails the whole batch", () => {
  expect(worked({ batchItemFailures: [{ itemIdentifier: "z" }] })).toEqual([]);
  expect(worked({ batchItemFailures: [{ itemIdentifier: "" }] })).toEqual([]);
  expect(worked({ batchItemFailures: [{ wrong: "b" }] })).toEqual([]);
  expect(worked("done")).toEqual([]);
});

test("without ReportBatchItemFailures the answer is ignored", () => {
  expect(worked({ batchItemFailures: [{ itemIdentifier: "b" }] }, false)).toEqual(["a", "b", "c"]);
});

test("the event has Lambda's names for the attributes of an SQS message", () => {
  const Attributes = { ApproximateReceiveCount: "2", SentTimestamp: "1", MessageGroupId: "alice" };
  const MessageAttributes = { kind: { StringValue: "x", DataType: "String" } };
  const message = { MessageId: "a", ReceiptHandle: "r", Body: "b", MD5OfBody: "m", Attributes, MessageAttributes };
  expect(batchEvent([message], "arn:queue")).toEqual({
    Records: [
      {
        messageId: "a",
        receiptHandle: "r",
        body: "b",
        attributes: Attributes,
        messageAttributes: {
          kind: { stringValue: "x", stringListValues: [], binaryListValues: [], dataType: "String" },
        },
        md5OfBody: "m",
        eventSource: "aws:sqs",
        eventSourceARN: "arn:queue",
        awsRegion: "us-east-1",
      },
    ],
  });
});
