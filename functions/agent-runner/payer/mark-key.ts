import type { Config } from "../../../shared/ai-configs/config.ts";
import type { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { JobQueue } from "../../../shared/runs/job-queue.ts";
import type { Payer } from "./choose-payer.ts";

/**
 * Notes what the key was last seen to be, for its owner to read. Not worth a mail: a failure here is only logged.
 * @returns false when the row holds another key or model by now, or is gone
 */
export async function markKey(
  from: Payer,
  status: Config["status"],
  { configs, now }: { configs: ConfigStore; now: () => Date },
): Promise<boolean> {
  if (from.paidBy === "platform") return false;
  try {
    return await configs.markUsed(from.config, status, now());
  } catch (error) {
    log("mark_failed", describeError(error));
    return true;
  }
}

/**
 * After a call that was answered on a key which could not be used before: what was held for that goes back to work. A limit of
 * spending ends with its month, and an owner who mends something there need not come back here. Not worth a mail: a
 * failure here is only logged.
 */
export async function requeueIfWorksAgain(
  from: Payer,
  { jobs }: { jobs: Pick<JobQueue, "requeueHeld"> },
): Promise<void> {
  if (from.paidBy === "platform") return;
  const { user_id, status } = from.config;
  if (status === "active" || status === "unverified") return;
  try {
    await jobs.requeueHeld(user_id);
  } catch (error) {
    log("release_not_sent", describeError(error));
  }
}
