import type { SESClient, SendRawEmailCommandInput, SendRawEmailCommandOutput } from "@aws-sdk/client-ses";
import { type Lazy, lazy, loadClient } from "./lazy.ts";

/** A lazily loaded SES client, for functions that send mail last or not at all. */
export function lazySes(): Lazy<SESClient> {
  return lazy(async () => (await import("./ses.ts")).ses());
}

/** Hands one mail to SES. @throws SES's error */
export async function sendRawEmail(
  ses: Lazy<SESClient>,
  mail: SendRawEmailCommandInput,
): Promise<SendRawEmailCommandOutput> {
  const calls = await import("./ses.ts");
  return calls.sendRawEmail(await loadClient(ses), mail);
}
