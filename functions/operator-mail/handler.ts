import type { SESClient } from "@aws-sdk/client-ses";
import type { Lazy } from "../../shared/aws/lazy.ts";
import { sendRawEmail } from "../../shared/aws/raw-email.ts";
import type { RawMails } from "../../shared/aws/raw-mails.ts";
import { logSendFailure } from "../../shared/aws/ses-outcome.ts";
import { hashId } from "../../shared/ids.ts";
import { type HourlyLimit, OPERATOR_MAILS } from "../../shared/limits/hourly-limit.ts";
import { log } from "../../shared/log.ts";
import { domainOf, isWithin } from "../../shared/mail/address.ts";
import { composeOperatorMail } from "../../shared/operator/compose-operator-mail.ts";
import type { OperatorMail } from "../../shared/operator/operator-mail.ts";

export type Deps = {
  mails: Pick<RawMails, "get">;
  sent: HourlyLimit;
  ses: Lazy<SESClient>;
  from: string;
  /** Undefined where the team named none. */
  to: string | undefined;
  mailDomain: string;
  configurationSet: string;
  now: () => Date;
};

/** Whose hour it counts against: all that is sent to the operator together, under an id that no user has. */
const PLATFORM = "platform";

/**
 * Sends the operator a mail that came to a role address, attached to a mail of our own. Nobody else hears anything. What
 * is past the hour's limit, or a mail of ours that came back, stays in the bucket alone.
 * @throws when SES or S3 fails; the queue then tries again, and finally keeps it as a dead letter
 */
export async function tellOperator(mail: OperatorMail, deps: Deps): Promise<void> {
  const { ses_message_id, role } = mail;
  const drop = (why: string) => log("operator_mail_dropped", { ses_message_id, role, why });
  if (deps.to === undefined) return drop("no_address");
  if (isWithin(domainOf(mail.envelope_from), deps.mailDomain)) return drop("own_mail");
  const bytes = await deps.mails.get(mail.object_key);
  const mark = markOf(deps.mailDomain);
  // Also where a robot of the operator's wraps our mail into one of its own.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(mark)) return drop("own_mail");
  if ((await deps.sent.take(PLATFORM, deps.now())) !== undefined) return drop("too_many");
  const raw = mail.verdicts.virus === "FAIL" ? undefined : bytes;
  const notice = { mail, raw, from: deps.from, to: deps.to, mark, perHour: OPERATOR_MAILS.perHour };
  try {
    await sendRawEmail(deps.ses, {
      Source: deps.from,
      Destinations: [deps.to],
      RawMessage: { Data: await composeOperatorMail(notice) },
      ConfigurationSetName: deps.configurationSet,
    });
  } catch (error) {
    logSendFailure(error);
    throw error;
  }
  log("operator_mail_sent", { ses_message_id, role });
}

function markOf(mailDomain: string): string {
  return `latchkey-operator-${hashId(mailDomain)}`;
}
