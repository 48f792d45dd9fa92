import type { LatchkeyError } from "../errors.ts";
import type { Secret } from "../secret.ts";
import type { Refusal } from "./api.ts";
import { failureOf } from "./failures.ts";
import { Wire, type WireEnd } from "./wire.ts";

/** What became of one call, beside what it means. Nothing of it can hold the key. */
export type Outcome = {
  /** False: it surely never left this machine. */
  sent: boolean;
  /** The HTTP status; undefined where no answer came. */
  status: number | undefined;
  /** The provider's own name of the call. */
  request_id: string | undefined;
};

export type Posted<T> = { outcome: Outcome } & ({ answer: T } | { error: LatchkeyError; body: string });

/** Where a call goes, and what its errors mean there. */
type End = WireEnd & { refusals: readonly Refusal[] };

/**
 * One call over a wire of its own: one try, within the signal's time. This is the only place that asks a provider
 * anything. Whatever goes wrong comes back in our own words, and nothing of an SDK's error does; `body`, what the
 * provider said, is for matching and never for showing.
 */
export async function post<T>(
  end: End,
  { key, signal }: { key: Secret; signal: AbortSignal },
  send: (wire: Wire) => Promise<T>,
): Promise<Posted<T>> {
  const wire = new Wire(end, key, signal);
  try {
    const answer = await send(wire);
    return { outcome: outcomeOf(wire), answer };
  } catch {
    const error = failureOf(end.refusals, wire);
    return { outcome: outcomeOf(wire), error, body: wire.reply?.body ?? "" };
  }
}

function outcomeOf({ sent, reply, requestId }: Wire): Outcome {
  return { sent, status: reply?.status, request_id: requestId };
}
