import type { Config } from "../../../shared/ai-configs/config.ts";
import { modelEnd } from "../../../shared/ai-configs/model-end.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { NoticeQueue } from "../../../shared/notices/notice-queue.ts";

const DAY_MS = 24 * 60 * 60_000;
/** The numbers of days before the end at which an owner is notified, the smallest first. */
const NOTIFY_AT_DAYS = [7, 30] as const;

type Notifies = { notices: Pick<NoticeQueue, "enqueue">; now: () => Date };

/**
 * Notifies the owner that the model of a key will end soon. It is called each time the key is used, and the episode
 * limits that to two mails. An unused key sends no notice, but its page shows the day. It never throws, because the mail
 * at hand matters more.
 */
export async function notifyModelEnding(config: Config, { notices, now }: Notifies): Promise<void> {
  try {
    const end = await modelEnd(config);
    if (end === undefined) return;
    const left = (Date.parse(end.endsOn) - now().getTime()) / DAY_MS;
    const step = NOTIFY_AT_DAYS.find((days) => left <= days);
    // A model that still answers after its last day was replaced or kept on, so a notice would come too late.
    if (step === undefined || left <= 0) return;
    const { user_id, provider, model_name: model } = config;
    const { endsOn: ends_on, successor } = end;
    const episode = `${provider}:${model}:${ends_on}:${step}`;
    await notices.enqueue({
      kind: "model_ends",
      user_id,
      episode,
      provider,
      model,
      ends_on,
      ...(successor && { successor }),
    });
  } catch (error) {
    log("model_end_not_told", describeError(error));
  }
}
