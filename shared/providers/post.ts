import type { LatchkeyError } from "../errors.ts";
import type { Refusal, Streaming } from "./api.ts";
import { explainFailure } from "./failures.ts";
import { Wire, type WireCall, type WireEnd } from "./wire.ts";

/** `body` is the provider's text of an error. It is only matched and must never be shown. */
export type Posted<T> = { answer: T } | { error: LatchkeyError; body: string };

/** The destination of a call, and the meaning of its errors. */
type End = WireEnd & { refusals: readonly Refusal[]; stream?: Streaming };

/**
 * Makes one call over its own wire: one try, within the signal's time. This is the only place that calls a provider.
 * Every failure returns in our own words together with the facts of the call; nothing of an SDK's error leaves this
 * function.
 */
export async function postCall<T>(end: End, call: WireCall, send: (wire: Wire) => Promise<T>): Promise<Posted<T>> {
  const wire = new Wire(end, call, end.stream?.begins);
  try {
    return { answer: await send(wire) };
  } catch {
    return { error: explainFailure(end.refusals, wire), body: wire.reply?.body ?? "" };
  }
}
