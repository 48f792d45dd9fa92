import type { Context, SQSRecord } from "aws-lambda";
import { expect, it } from "vitest";
import { sqsBatch } from "../../../shared/aws/sqs-batch.ts";

function record(messageId: string): SQSRecord {
  return {
    messageId,
    body: messageId,
    receiptHandle: "",
    attributes: { ApproximateReceiveCount: "1", SentTimestamp: "", SenderId: "", ApproximateFirstReceiveTimestamp: "" },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "",
    awsRegion: "",
  };
}

const context: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: "",
  functionVersion: "",
  invokedFunctionArn: "",
  memoryLimitInMB: "",
  awsRequestId: "request",
  logGroupName: "",
  logStreamName: "",
  getRemainingTimeInMillis: () => 1_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
};

it("gives back the records that failed, and no other", async () => {
  const handler = sqsBatch(async ({ body }) => {
    if (body.startsWith("bad")) throw new Error("no");
  });
  const Records = ["good1", "bad1", "good2", "bad2"].map(record);
  expect(await handler({ Records }, context)).toEqual({
    batchItemFailures: [{ itemIdentifier: "bad1" }, { itemIdentifier: "bad2" }],
  });
});

it("works the records of a batch at the same time", async () => {
  // The first record ends only when the last one has begun, so one after the other would never end.
  const lastBegan = Promise.withResolvers<void>();
  const handler = sqsBatch(async ({ body }) => {
    if (body === "last") lastBegan.resolve();
    await lastBegan.promise;
  });
  expect(await handler({ Records: [record("first"), record("last")] }, context)).toEqual({ batchItemFailures: [] });
});
