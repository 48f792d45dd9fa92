import type { ErrorCode, LatchkeyError } from "../../../shared/errors.ts";
import { log } from "../../../shared/log.ts";
import { handlingOf } from "../../../shared/providers/handling.ts";
import { MAX_CALLS_LOST } from "../../../shared/runs/ledger.ts";
import { RUN_REASONS, type RunReason } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { remainingWaitMs } from "../limits/age.ts";
import { LONGEST_WAIT_SECONDS } from "../payer/outage.ts";
import { backoff, hold, type Stop } from "../stop/stop.ts";

/** Decides what a failed call means for the run. A call with an unknown outcome is already counted as lost. */
export function stopAfterFailure(run: Run, error: LatchkeyError, now: Date): Stop {
  if (!error.retry) return hold(isRunReason(error.code) ? error.code : "bad_call");
  if (run.calls_lost >= MAX_CALLS_LOST) return hold("answer_lost");
  const { outage, acts } = handlingOf(error) ?? {};
  const longest = outage ? LONGEST_WAIT_SECONDS : undefined;
  // A cause that the operators must resolve never ends a mail. It waits as in any outage, whatever the provider asked for.
  const asked = acts === "operator" ? undefined : error.retryAfter;
  if (asked !== undefined && asked * 1000 > remainingWaitMs(run, now))
    return hold(outage ? "provider_down" : "rate_limited");
  return { stop: "wait", seconds: backoff(run.attempts, asked, undefined, longest), why: error.code };
}

/**
 * Decides what a failure of the platform's key means for a mail. If the key no longer works, the team must resolve that,
 * and the owner sees the same as without a platform key. Other failures count like those of an owner's key.
 */
export function stopAfterPlatformFailure(run: Run, error: LatchkeyError, now: Date): Stop {
  if (handlingOf(error)?.marks === undefined && error.code !== "bad_call") return stopAfterFailure(run, error, now);
  log("platform_key_failed", { code: error.code });
  return hold("no_ai_config");
}

function isRunReason(code: ErrorCode): code is ErrorCode & RunReason {
  return Object.hasOwn(RUN_REASONS, code);
}
