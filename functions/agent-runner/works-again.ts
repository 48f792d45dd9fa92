import { describeError, log } from "../../shared/log.ts";
import type { OpenConfig, PlatformPayer } from "./choose-payer.ts";
import type { Deps } from "./deps.ts";

/**
 * After a call that was answered on a key which could not be used before: what was held for that goes back to work. A limit of
 * spending ends with its month, and an owner who mends something there need not come back here. Not worth a mail: a
 * failure here is only logged.
 */
export async function worksAgain(from: OpenConfig | PlatformPayer, { jobs }: Pick<Deps, "jobs">): Promise<void> {
  if (from.paidBy === "platform") return;
  const { user_id, status } = from.config;
  if (status === "active" || status === "unverified") return;
  try {
    await jobs.release(user_id);
  } catch (error) {
    log("release_not_sent", describeError(error));
  }
}
