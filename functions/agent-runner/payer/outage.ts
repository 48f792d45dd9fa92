import type { Config } from "../../../shared/ai-configs/config.ts";
import type { ConfigStore, Outage } from "../../../shared/ai-configs/config-store.ts";
import { type ErrorCode, LatchkeyError } from "../../../shared/errors.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { Payer } from "./choose-payer.ts";

/** The longest wait of a mail whose provider is down. With the pause, all mails are tried within 12 minutes after its end. */
export const LONGEST_WAIT_SECONDS = 8 * 60;
/** The shortest wait after that number of tries (see `backoff`), so that a single waiting mail never comes too early. */
const FIRST_MS = 7_500;
const LONGEST_MS = (LONGEST_WAIT_SECONDS * 1000) / 2;

/** A failure after this long without any try begins a new outage, because waiting mails would have tried before. */
const FORGOTTEN_MS = 2 * LONGEST_WAIT_SECONDS * 1000;

type Uses = { configs: ConfigStore; now: () => Date };

/**
 * Returns an error while the key is paused because its provider was down. After the pause, one mail probes for all mails
 * of the key: the run that moves the time in the key's row on. The first pause is short, because most failures concern a
 * single call. A run that its owner reopened is tried at once.
 */
export async function findKnownOutage(from: Payer, run: Run, deps: Uses): Promise<LatchkeyError | undefined> {
  // The platform's key has no row to store a pause in, so its mails back off one by one.
  if (from.paidBy === "platform") return undefined;
  const { config } = from;
  const { down_until, down_tries = 0, down_code } = config;
  if (down_until === undefined) return undefined;
  const now = deps.now();
  const paused = new Date(Date.parse(down_until) - pauseAfter(down_tries - 1)).toISOString();
  if ((run.reopened_at ?? "") >= paused) return undefined;
  const rest = (Date.parse(down_until) - now.getTime()) / 1000;
  // This call is not made, so it costs nothing, however the last one ended.
  const code = down_code === "place_blocked" ? down_code : "provider_down";
  if (rest > 0) return new LatchkeyError(code, { retryAfter: rest });
  const isFirst = await deps.configs.pause(config, outageAt(config, code, now));
  return isFirst ? undefined : new LatchkeyError(code);
}

/** Records that the provider is down or answers again, as a call has shown. A failure to record it is only logged. */
export async function noteOutage(from: Payer, down: ErrorCode | false, deps: Uses): Promise<void> {
  if (from.paidBy === "platform") return;
  const { config } = from;
  try {
    if (down) await deps.configs.pause(config, outageAt(config, down, deps.now()));
    else if (config.down_until !== undefined) await deps.configs.resume(config);
  } catch (error) {
    log("outage_not_noted", describeError(error));
  }
}

function outageAt({ down_since, down_until, down_tries }: Config, down_code: ErrorCode, now: Date): Outage {
  const goesOn = down_until !== undefined && now.getTime() - Date.parse(down_until) < FORGOTTEN_MS;
  const tries = goesOn ? (down_tries ?? 0) : 0;
  return {
    down_since: (goesOn ? down_since : undefined) ?? now.toISOString(),
    down_until: new Date(now.getTime() + pauseAfter(tries)).toISOString(),
    down_tries: tries + 1,
    down_code,
  };
}

function pauseAfter(tries: number): number {
  return Math.min(FIRST_MS * 2 ** Math.min(Math.max(tries, 0), 10), LONGEST_MS);
}
