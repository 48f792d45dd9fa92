import type { Config } from "../../../shared/ai-configs/config.ts";
import { modelEnd } from "../../../shared/ai-configs/model-end.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { NoticeQueue } from "../../../shared/notices/notice-queue.ts";

const DAY_MS = 24 * 60 * 60_000;
/** An owner is told when this many days are left, the fewest first: once for each. */
const TOLD_AT_DAYS = [7, 30] as const;

type Tells = { notices: Pick<NoticeQueue, "enqueue">; now: () => Date };

/**
 * Tells the owner that the model of a key is about to end, as often as it is used until then: its episode makes it two
 * mails. A key that no mail uses is not told of: its page shows the day. Never fails, since the mail at hand matters more.
 */
export async function tellModelEnds(config: Config, { notices, now }: Tells): Promise<void> {
  try {
    const end = await modelEnd(config);
    if (end === undefined) return;
    const left = (Date.parse(end.endsOn) - now().getTime()) / DAY_MS;
    const step = TOLD_AT_DAYS.find((days) => left <= days);
    // A model that answers after its day has been replaced or kept on: nothing is left to be done in time.
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
