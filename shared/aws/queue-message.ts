import type { SendMessageCommandInput, SQSClient } from "@aws-sdk/client-sqs";
import { inTime, type Late, late } from "./late.ts";

/** SQS for a function that sends in few of its requests. */
export function lateSqs(): Late<SQSClient> {
  return late(async () => (await import("./sqs.ts")).sqs());
}

/** Sends one message. @throws SQS's error */
export async function sendMessage(sqs: Late<SQSClient>, message: SendMessageCommandInput): Promise<void> {
  const calls = await import("./sqs.ts");
  await calls.sendMessage(await inTime(sqs), message);
}
