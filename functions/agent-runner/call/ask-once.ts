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
 * so each has all of it: up to 45 s to read the mail and reserve, 295 s for the call, 20 s to store, count and send. A
 * job that starts late gets a shorter call. If less than 20 + 30 s are left, it makes no call and waits for another
 * invocation. No heartbeat is needed, because a lease ends 5 s after its invocation must have ended. The queue hides a
 * job for 6 × 360 s, so that SQS does not deliver a batch again that Lambda throttles.
 */
/** The time that the invocation needs after the call to store, count and send the answer. */
const RESERVED_MS = 20_000;
/** A shorter call would often be cut off, and would cost money without giving an answer. */
const SHORTEST_CALL_MS = 30_000;

/** Stops a run if its invocation has too little time left for a call. Another invocation tries it again. */
export function checkCallTime({ lease }: { lease: Lease }, { now }: { now: () => Date }): Stop | undefined {
  return hasCallTime(lease, now()) ? undefined : { stop: "wait", seconds: backoff(0), why: "no_time_left" };
}

export function hasCallTime({ deadline }: Pick<Lease, "deadline">, now: Date): boolean {
  return callTime(deadline, now) >= SHORTEST_CALL_MS;
}

/**
 * The milliseconds that a provider call may take in an invocation that ends at `deadline`. Zero or less means no call.
 */
export function callTime(deadline: Date, now: Date): number {
  return Math.min(CALL_MS, deadline.getTime() - now.getTime() - RESERVED_MS);
}

/** Asks once. The provider's errors are returned as a LatchkeyError. Any other error is a bug and is thrown. */
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
