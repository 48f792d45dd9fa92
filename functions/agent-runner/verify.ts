import { checkKey } from "../../shared/providers/check-key.ts";
import { isRefusal } from "../../shared/providers/checked.ts";
import { HANDLING } from "../../shared/providers/handling.ts";
import { loadProvider } from "../../shared/providers/load.ts";
import type { VerifyJob } from "../../shared/runs/job-queue.ts";
import type { Deps } from "./deps.ts";
import { openKey } from "./open-key.ts";
import { tellModelEnds } from "./tell-model-ends.ts";
import { tellKeyFailed } from "./tell-owner.ts";

/**
 * Asks the provider about a stored key, and puts back to work what was held for it. A job done twice asks twice, which
 * costs nothing.
 */
export async function verify({ user_id, provider }: VerifyJob, deps: Deps): Promise<void> {
  const config = await deps.configs.get(user_id, provider);
  if (config === undefined) return;
  const key = await openKey(config, deps);
  if (key === undefined) return;
  const { said, learnt } = await checkKey(await loadProvider(provider), { key, model: config.model_name });
  // No clear answer says nothing against what was known.
  const heard = said === "unverified" ? config.status : said;
  const status = isRefusal(heard) ? HANDLING[heard].marks : heard;
  const marked = await deps.configs.markChecked(config, status, deps.now(), learnt);
  if (marked) {
    await tellKeyFailed(config, status, deps);
    const { endsOn } = learnt;
    await tellModelEnds(endsOn === undefined ? config : { ...config, model_ends_on: endsOn ?? undefined }, deps);
  }
  // No clear answer is a key that mails may use, and a mail tells more.
  if (!marked || isRefusal(said)) return;
  await deps.jobs.release(user_id);
  // A check is also how another model of the stored key is tried.
  await deps.jobs.release(user_id, { mended: "settings" });
}
