import type { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import type { KeyOpener } from "../../../shared/ai-configs/vault.ts";
import type { NoticeQueue } from "../../../shared/notices/notice-queue.ts";
import { checkKey } from "../../../shared/providers/check-key.ts";
import { isRefusal } from "../../../shared/providers/checked.ts";
import { HANDLING } from "../../../shared/providers/handling.ts";
import { loadProvider } from "../../../shared/providers/load.ts";
import type { JobQueue, VerifyJob } from "../../../shared/runs/job-queue.ts";
import { type AnnouncesKeys, announceKeyFailed } from "../notify/announce-key-failed.ts";
import { notifyModelEnding } from "../notify/notify-model-ending.ts";
import { notifyKeyFailed } from "../notify/notify-owner.ts";
import { openKey } from "../payer/open-key.ts";

type Uses = AnnouncesKeys & { configs: ConfigStore; keys: KeyOpener; jobs: JobQueue; notices: NoticeQueue };

/**
 * Checks a stored key with its provider, and requeues the mails that were held for it. A job that is delivered twice
 * checks twice, which costs nothing.
 */
export async function verifyKey({ user_id, provider }: VerifyJob, deps: Uses): Promise<void> {
  const config = await deps.configs.get(user_id, provider);
  if (config === undefined) return;
  const key = await openKey(config, deps);
  if (key === undefined) return;
  const { said, learnt } = await checkKey(await loadProvider(provider), { key, model: config.model_name });
  // Without a clear answer, the known status stays.
  const heard = said === "unverified" ? config.status : said;
  const status = isRefusal(heard) ? HANDLING[heard].marks : heard;
  await announceKeyFailed(config, status, deps);
  const marked = await deps.configs.markChecked(config, status, deps.now(), learnt);
  if (marked) {
    await notifyKeyFailed(config, status, deps);
    const { endsOn } = learnt;
    await notifyModelEnding(endsOn === undefined ? config : { ...config, model_ends_on: endsOn ?? undefined }, deps);
  }
  // A key without a clear answer may be used by mails, which then show whether it works.
  if (!marked || isRefusal(said)) return;
  await deps.jobs.requeueHeld(user_id);
  // Owners also check a key to try another model with it.
  await deps.jobs.requeueHeld(user_id, { resolved: "settings" });
}
