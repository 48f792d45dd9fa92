import type { SESClient } from "@aws-sdk/client-ses";
import type { Lazy } from "../../shared/aws/lazy.ts";
import { sendRawEmail } from "../../shared/aws/raw-email.ts";
import { classifySesError, logSendFailure } from "../../shared/aws/ses-outcome.ts";
import { log } from "../../shared/log.ts";
import { composeNotice } from "../../shared/notices/compose-notice.ts";
import type { Notice } from "../../shared/notices/notice.ts";
import type { NoticeMarks } from "../../shared/notices/notice-marks.ts";
import { noticeText } from "../../shared/notices/words.ts";
import type { UserStore } from "../../shared/users/user-store.ts";

export type Deps = {
  users: UserStore;
  marks: NoticeMarks;
  ses: Lazy<SESClient>;
  from: string;
  configurationSet: string;
  now: () => Date;
};

/**
 * Mails one notice to its owner, unless it was sent before. An unverified address may belong to somebody else, so
 * nothing is sent to it, and the next notice of the same episode checks again.
 * @throws when SES surely did not take the mail; the queue then tries again, and finally keeps the notice as a dead
 * letter
 */
export async function notify(notice: Notice, deps: Deps): Promise<void> {
  const { kind, user_id } = notice;
  const user = await deps.users.get(user_id);
  if (user === undefined || user.deleting_at !== undefined) return log("notice_dropped", { kind, why: "no_account" });
  if (user.email_verified_at === undefined) return log("notice_dropped", { kind, user_id, why: "address_not_proved" });
  const raw = await composeNotice({ ...noticeText(notice), from: deps.from, to: user.email });
  const mark = await deps.marks.make(notice, deps.now());
  if (mark === undefined) return;
  try {
    await send(user.email, raw, deps);
    log("notice_sent", { kind, user_id });
  } catch (error) {
    logSendFailure(error);
    // A notice is sent at most once. If SES's answer is lost, the mail may have left.
    if (classifySesError(error) === "unknown") return log("notice_may_have_been_sent", { kind, user_id });
    await deps.marks.takeBack(mark);
    throw error;
  }
}

/** Sends without a run's tags, so that SES's reports on the notice do not change any run. */
async function send(to: string, raw: Buffer, { ses, from, configurationSet }: Deps): Promise<void> {
  await sendRawEmail(ses, {
    Source: from,
    Destinations: [to],
    RawMessage: { Data: raw },
    ConfigurationSetName: configurationSet,
  });
}
