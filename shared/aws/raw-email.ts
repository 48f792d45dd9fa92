import type { SESClient, SendRawEmailCommandInput, SendRawEmailCommandOutput } from "@aws-sdk/client-ses";
import { inTime, type Late, late } from "./late.ts";

/** SES for a function that comes to send a mail late, if it does. */
export function lateSes(): Late<SESClient> {
  return late(async () => (await import("./ses.ts")).ses());
}

/** Hands one mail to SES. @throws SES's error */
export async function sendRawEmail(
  ses: Late<SESClient>,
  mail: SendRawEmailCommandInput,
): Promise<SendRawEmailCommandOutput> {
  const calls = await import("./ses.ts");
  return calls.sendRawEmail(await inTime(ses), mail);
}
