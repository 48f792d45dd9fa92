import type { SendMessageCommandInput, SQSClient } from "@aws-sdk/client-sqs";
import { type Lazy, lazy, loadClient } from "./lazy.ts";

/** SQS for a function that sends in few of its requests. */
export function lazySqs(): Lazy<SQSClient> {
  return lazy(async () => (await import("./sqs.ts")).sqs());
}

/** Sends one message. @throws SQS's error */
export async function sendMessage(sqs: Lazy<SQSClient>, message: SendMessageCommandInput): Promise<void> {
  const calls = await import("./sqs.ts");
  await calls.sendMessage(await loadClient(sqs), message);
}
