import type { SESClient } from "@aws-sdk/client-ses";
import type { AgentStore } from "../../../shared/agents/agent-store.ts";
import type { Lazy } from "../../../shared/aws/lazy.ts";
import { sendRawEmail } from "../../../shared/aws/raw-email.ts";
import { classifySesError, logSendFailure } from "../../../shared/aws/ses-outcome.ts";
import { log } from "../../../shared/log.ts";
import { composeReminder } from "../../../shared/reminders/compose-reminder.ts";
import type { ReminderRow } from "../../../shared/reminders/reminder-row.ts";
import type { ReminderStore } from "../../../shared/reminders/reminder-store.ts";
import { reminderText } from "../../../shared/reminders/reminder-text.ts";
import { unsubscribeToken } from "../../../shared/reminders/unsubscribe-token.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import type { UserStore } from "../../../shared/users/user-store.ts";
import type { Owner } from "./work-reminder.ts";

export type SendsReminders = {
  users: Pick<UserStore, "get">;
  agents: Pick<AgentStore, "list">;
  runs: Pick<RunStore, "waiting" | "countReplied">;
  reminders: ReminderStore;
  ses: Lazy<SESClient>;
  from: string;
  configurationSet: string;
  webUrl: string;
  now: () => Date;
};

/** More than that are "1,000 or more". */
const MOST_COUNTED = 1_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Mails an owner what waits now. Nothing is sent when nothing waits any more.
 * @throws when SES surely did not take the mail
 */
export async function sendReminder(
  { user, settings }: Owner,
  row: ReminderRow & { due_at: string },
  deps: SendsReminders,
): Promise<void> {
  const { user_id } = user;
  const { runs, isCut } = await deps.runs.waiting(user_id, MOST_COUNTED);
  if (runs.length === 0) return deps.reminders.drop(user_id);
  const answered = await countAnswered(user_id, row.sent_at, deps);
  const secret = await deps.reminders.secretOf(user_id);
  const unsubscribeUrl = `${deps.webUrl}/api/reminders/unsubscribe/${unsubscribeToken({ user_id, secret })}`;
  const content = { waiting: runs, isCut, answered, since: row.sent_at, settings, webUrl: deps.webUrl, unsubscribeUrl };
  const raw = await composeReminder({ ...reminderText(content), from: deps.from, to: user.email, unsubscribeUrl });
  if (!(await deps.reminders.begin(user_id, row.due_at, deps.now()))) return;
  try {
    await sendRawEmail(deps.ses, {
      Source: deps.from,
      Destinations: [user.email],
      RawMessage: { Data: raw },
      ConfigurationSetName: deps.configurationSet,
      // SES's report on it comes back with this, and with no run's id.
      Tags: [{ Name: "reminded_user_id", Value: user_id }],
    });
    log("reminder_sent", { user_id, waiting: runs.length });
  } catch (error) {
    logSendFailure(error);
    // At most once: if SES's answer is lost, the mail may have left.
    if (classifySesError(error) === "unknown") return log("reminder_may_have_been_sent", { user_id });
    await deps.reminders.putBack(row);
    throw error;
  }
}

/** Mails that came since the last reminder and were answered. */
async function countAnswered(userId: string, sentAt: string | undefined, deps: SendsReminders): Promise<number> {
  const since = sentAt === undefined ? new Date(deps.now().getTime() - DAY_MS) : new Date(sentAt);
  const agents = await deps.agents.list(userId);
  const counts = agents.map(({ agent_id }) => deps.runs.countReplied(userId, agent_id, since));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
