import { describeError, log } from "../../../shared/log.ts";
import type { ReminderQueue } from "../../../shared/reminders/reminder-queue.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { waitsForOwner } from "../../../shared/runs/waits.ts";
import type { UserStore } from "../../../shared/users/user-store.ts";

type Uses = { users: Pick<UserStore, "get">; reminders: Pick<ReminderQueue, "send"> };

/**
 * Says that a run has come to wait for its owner, if the owner wants to be told of such. Called at the end of every job,
 * and may be repeated. A failure is no failure of the run: what waits is listed by the next mail too.
 */
export async function tellWaits(run: Run, { users, reminders }: Uses): Promise<void> {
  if (!waitsForOwner(run)) return;
  const { user_id, run_id, updated_at: since } = run;
  try {
    const owner = await users.get(user_id);
    if (owner?.reminders === undefined || owner.reminders.when === "off") return;
    await reminders.send({ kind: "waits", user_id, since });
  } catch (error) {
    log("waiting_not_told", { run_id, ...describeError(error) });
  }
}
