import type { Config } from "../../../shared/ai-configs/config.ts";
import { LatchkeyError } from "../../../shared/errors.ts";
import type { ProviderAnswer, ProviderCall } from "../../../shared/providers/api.ts";
import { askProvider } from "../../../shared/providers/ask.ts";
import { CALL_MS } from "../../../shared/providers/call-time.ts";
import { loadProvider } from "../../../shared/providers/load.ts";
import type { Lease } from "../stop/lease.ts";
import { backoff, type Stop } from "../stop/stop.ts";

/*
 * The times of one invocation, which Lambda ends after 360 s (infra/agent-runs.ts). The jobs of a batch begin together,
 * so each has all of it: up to 45 s to read the mail and reserve, 295 s for the call, 20 s to store, count and send. A job
 * that was slow to begin gets a shorter call; one with less than 20 + 30 s left asks nobody and waits for an invocation
 * of its own. No heartbeat is needed: a lease ends 5 s after its invocation must have ended, and never before. The queue
 * shows a job to nobody else for 6 × 360 s, so that a batch which Lambda throttles is not handed out twice.
 */
/** What must be left of the invocation after the call: to store the answer, count it and send it. */
const RESERVED_MS = 20_000;
/** A call cut off after less would often be paid for and give nothing. */
const SHORTEST_CALL_MS = 30_000;

/** Stops a run in whose invocation too little time is left for a call; it is tried again in one of its own. */
export function checkCallTime({ lease }: { lease: Lease }, { now }: { now: () => Date }): Stop | undefined {
  return hasCallTime(lease, now()) ? undefined : { stop: "wait", seconds: backoff(0), why: "no_time_left" };
}

export function hasCallTime({ deadline }: Pick<Lease, "deadline">, now: Date): boolean {
  return callTime(deadline, now) >= SHORTEST_CALL_MS;
}

/** Milliseconds that a provider call may take in an invocation that ends at `deadline`; none when not positive. */
export function callTime(deadline: Date, now: Date): number {
  return Math.min(CALL_MS, deadline.getTime() - now.getTime() - RESERVED_MS);
}

/** Asks once. An error of the provider comes back as a LatchkeyError; any other error is a bug and is thrown. */
export async function askOnce(
  config: Pick<Config, "provider" | "model_name" | "temperature" | "max_tokens">,
  call: Omit<ProviderCall, "model" | "temperature" | "maxTokens" | "signal">,
  milliseconds: number,
): Promise<ProviderAnswer | LatchkeyError> {
  const provider = await loadProvider(config.provider);
  try {
    const signal = AbortSignal.timeout(Math.max(milliseconds, 1));
    const { model_name: model, temperature, max_tokens: maxTokens } = config;
    return await askProvider(provider, { ...call, model, temperature, maxTokens, signal });
  } catch (error) {
    if (error instanceof LatchkeyError) return error;
    throw error;
  }
}
