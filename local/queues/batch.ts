import type { Message } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { REGION } from "../aws/account.ts";
import type { Json } from "../template/template.ts";

/** The event that Lambda builds from a batch: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export function batchEvent(messages: Message[], queueArn: string): Json {
  return {
    Records: messages.map((message) => ({
      messageId: message.MessageId ?? "",
      receiptHandle: message.ReceiptHandle ?? "",
      body: message.Body ?? "",
      attributes: { ...message.Attributes },
      messageAttributes: Object.fromEntries(
        Object.entries(message.MessageAttributes ?? {}).map(([name, { StringValue = "", DataType = "String" }]) => [
          name,
          { stringValue: StringValue, stringListValues: [], binaryListValues: [], dataType: DataType },
        ]),
      ),
      md5OfBody: message.MD5OfBody ?? "",
      eventSource: "aws:sqs",
      eventSourceARN: queueArn,
      awsRegion: REGION,
    })),
  };
}

const partialAnswer = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * The messages that Lambda deletes after this answer. An empty answer means that all succeeded. A malformed answer, or
 * one that names an unknown message, fails the whole batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function workedMessages(messages: Message[], answer: Json, reportsItemFailures: boolean): Message[] {
  if (!reportsItemFailures || answer === null) return messages;
  const parsed = partialAnswer.safeParse(answer);
  if (!parsed.success) return [];
  const failed = (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  const known = new Set(messages.map(({ MessageId }) => MessageId));
  if (failed.some((id) => !known.has(id))) return [];
  return messages.filter(({ MessageId = "" }) => !failed.includes(MessageId));
}
