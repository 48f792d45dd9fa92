import type { Config } from "../../shared/ai-configs/config.ts";
import { checkKey } from "../../shared/providers/check-key.ts";
import { isRefusal, type KeyRefusal } from "../../shared/providers/checked.ts";
import { loadProvider } from "../../shared/providers/load.ts";
import type { VerifyJob } from "../../shared/runs/job-queue.ts";
import type { Deps } from "./deps.ts";
import { openKey } from "./open-key.ts";
import { tellKeyFailed } from "./tell-owner.ts";

/** What a refusal makes of the row. */
const STATUS: Record<KeyRefusal | "active", Config["status"]> = {
  active: "active",
  key_rejected: "rejected",
  no_credit: "no_credit",
  model_unavailable: "model_unavailable",
};

/**
 * Asks the provider about a stored key, and puts back to work what was held for it. A job done twice asks twice, which
 * costs nothing.
 */
export async function verify({ user_id, provider }: VerifyJob, deps: Deps): Promise<void> {
  const config = await deps.configs.get(user_id, provider);
  if (config === undefined) return;
  const key = await openKey(config, deps);
  if (key === undefined) return;
  const said = await checkKey(await loadProvider(provider), { key, model: config.model_name });
  // No clear answer says nothing against what was known.
  const status = said === "unverified" ? config.status : STATUS[said];
  const marked = await deps.configs.markChecked(config, status, deps.now());
  if (marked) await tellKeyFailed(config, status, deps);
  // No clear answer is a key that mails may use, and a mail tells more.
  if (!marked || isRefusal(said)) return;
  await deps.jobs.release(user_id);
  // A check is also how another model of the stored key is tried.
  await deps.jobs.release(user_id, { mended: "settings" });
}
