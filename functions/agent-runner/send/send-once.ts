import type { SESClient } from "@aws-sdk/client-ses";
import type { Lazy } from "../../../shared/aws/lazy.ts";
import { sendRawEmail } from "../../../shared/aws/raw-email.ts";
import { classifySesError, logSendFailure } from "../../../shared/aws/ses-outcome.ts";
import type { Run } from "../../../shared/runs/run.ts";

export type Sends = { ses: Lazy<SESClient>; configurationSet: string };

/** The message and its envelope, which may differ from its headers. */
export type Outgoing = { from: string; to: string; raw: Buffer };

/** `unknown`: the mail may have left, so it is not sent again. SES's event decides. */
export type Sending = { outcome: "sent"; messageId: string } | { outcome: "refused" | "not_now" | "unknown" };

/** Hands a mail to SES once. The client does not retry, because SES cannot tell a retry from a second mail. */
export async function sendOnce(run: Run, mail: Outgoing, deps: Sends): Promise<Sending> {
  try {
    const { MessageId } = await sendRawEmail(deps.ses, {
      Source: mail.from,
      Destinations: [mail.to],
      RawMessage: { Data: mail.raw },
      ConfigurationSetName: deps.configurationSet,
      Tags: [
        { Name: "user_id", Value: run.user_id },
        { Name: "run_id", Value: run.run_id },
      ],
    });
    return MessageId === undefined ? { outcome: "unknown" } : { outcome: "sent", messageId: MessageId };
  } catch (error) {
    logSendFailure(error);
    return { outcome: classifySesError(error) };
  }
}
