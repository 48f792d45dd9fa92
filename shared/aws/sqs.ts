import { SendMessageCommand, type SendMessageCommandInput, SQSClient } from "@aws-sdk/client-sqs";
import { SOON } from "./timeouts.ts";

export function sqs(): SQSClient {
  return new SQSClient({ requestHandler: SOON });
}

export async function sendMessage(client: SQSClient, message: SendMessageCommandInput): Promise<void> {
  await client.send(new SendMessageCommand(message));
}
