import { log } from "../../../shared/log.ts";
import { nextReminder, planOf } from "../../../shared/reminders/next-reminder.ts";
import type { ReminderJob } from "../../../shared/reminders/reminder-queue.ts";
import { isStopped, type ReminderRow } from "../../../shared/reminders/reminder-row.ts";
import type { ReminderSettings } from "../../../shared/reminders/settings.ts";
import type { User } from "../../../shared/users/user.ts";
import { type SendsReminders, sendReminder } from "./send-reminder.ts";

/** Does what a message about reminders asks for. @throws when SES surely did not take the mail; the queue tries again */
export async function workReminder(job: ReminderJob, deps: SendsReminders): Promise<void> {
  const { user_id } = job;
  if (job.kind === "reminder_rejected") {
    const { reason, address } = job;
    await deps.reminders.stop(user_id, { reason, address: address.toLowerCase(), at: deps.now().toISOString() });
    return log("reminders_stopped", { user_id, reason });
  }
  const owner = await ownerOf(user_id, deps);
  const row = await deps.reminders.get(user_id);
  if (owner === undefined || isStopped(row, { email: owner.user.email, saved_at: owner.settings.saved_at })) {
    return row.due_at === undefined ? undefined : deps.reminders.drop(user_id);
  }
  if (job.kind === "waits") return planFor(owner, row, job.since, deps);
  return tellIfDue(owner, row, deps);
}

export type Owner = { user: User; settings: ReminderSettings };

/** Undefined for an owner who wants no reminder, or cannot get one: an unverified address may belong to somebody else. */
async function ownerOf(userId: string, { users }: SendsReminders): Promise<Owner | undefined> {
  const user = await users.get(userId);
  if (user === undefined || user.deleting_at !== undefined || user.email_verified_at === undefined) return undefined;
  const { reminders: settings } = user;
  return settings === undefined || settings.when === "off" ? undefined : { user, settings };
}

/** Plans the mail about something that came to wait, and sends it if that may be now. */
async function planFor(owner: Owner, row: ReminderRow, since: string, deps: SendsReminders): Promise<void> {
  // The last mail listed it already.
  if (row.sent_at !== undefined && row.sent_at >= since) return;
  const plan = planOf(owner.settings);
  const isPlanned = row.due_at !== undefined && row.plan === plan;
  const planned = isPlanned ? row : await planAnew(owner, row, deps);
  await tellIfDue(owner, planned, deps);
}

async function planAnew({ settings }: Owner, row: ReminderRow, deps: SendsReminders): Promise<ReminderRow> {
  const due = nextReminder(settings, row.sent_at, deps.now());
  if (due === undefined) return row;
  const plan = planOf(settings);
  await deps.reminders.plan(row.user_id, due, plan);
  return { ...row, due_at: due.toISOString(), plan };
}

/** A time that was chosen by other settings is chosen anew, so that nobody is told more often than they set. */
async function tellIfDue(owner: Owner, row: ReminderRow, deps: SendsReminders): Promise<void> {
  if (row.due_at === undefined) return;
  const planned = row.plan === planOf(owner.settings) ? row : await planAnew(owner, row, deps);
  if (planned.due_at === undefined || planned.due_at > deps.now().toISOString()) return;
  await sendReminder(owner, { ...planned, due_at: planned.due_at }, deps);
}
