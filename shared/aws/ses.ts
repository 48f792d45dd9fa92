import {
  SESClient,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
  type SendRawEmailCommandOutput,
} from "@aws-sdk/client-ses";
import { SLOW } from "./timeouts.ts";

/** SES cannot tell a repeated call from a second mail, so this client never repeats one. */
export function ses(): SESClient {
  return new SESClient({ requestHandler: SLOW, maxAttempts: 1 });
}

/** @throws SES's error */
export function sendRawEmail(client: SESClient, mail: SendRawEmailCommandInput): Promise<SendRawEmailCommandOutput> {
  return client.send(new SendRawEmailCommand(mail));
}
