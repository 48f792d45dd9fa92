import { log } from "../../shared/log.ts";
import type { ReminderQueue } from "../../shared/reminders/reminder-queue.ts";
import type { ReminderStore } from "../../shared/reminders/reminder-store.ts";

export type Reminds = {
  due: Pick<ReminderStore, "overdue">;
  reminders: Pick<ReminderQueue, "send">;
  now: () => Date;
};

/** A few seconds of sending. The next sweep continues. */
const MOST = 1_000;

/**
 * Sends a message for each owner whose reminder is due. One that is sent twice does no harm: the notifier marks what it
 * sends.
 */
export async function sendDueReminders({ due, reminders, now }: Reminds): Promise<void> {
  const users = await due.overdue(now(), MOST);
  for (const user_id of users) await reminders.send({ kind: "reminder_due", user_id });
  if (users.length > 0) log("reminders_due", { sent: users.length });
}
