import type { Config } from "../../../shared/ai-configs/config.ts";
import type { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { JobQueue } from "../../../shared/runs/job-queue.ts";
import type { Payer } from "./choose-payer.ts";

/**
 * Records the last known status of the key for its owner. A failure to record it is only logged.
 * @returns false if the row now has another key or model, or is gone
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
 * Requeues held mails after a call with a key that could not be used before. A spending limit at the provider renews with
 * its month, and an owner who resolves something there need not return to Latchkey. A failure is only logged.
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
