import type { LatchkeyError } from "../errors.ts";
import type { Refusal, Streaming } from "./api.ts";
import { failureOf } from "./failures.ts";
import { Wire, type WireCall, type WireEnd } from "./wire.ts";

/** `body` is what the provider said beside an error: for matching, and never for showing. */
export type Posted<T> = { answer: T } | { error: LatchkeyError; body: string };

/** Where a call goes, and what its errors mean there. */
type End = WireEnd & { refusals: readonly Refusal[]; stream?: Streaming };

/**
 * One call over a wire of its own: one try, within the signal's time. This is the only place that asks a provider
 * anything. Whatever goes wrong comes back in our own words with what became of the call; nothing of an SDK's error does.
 */
export async function post<T>(end: End, call: WireCall, send: (wire: Wire) => Promise<T>): Promise<Posted<T>> {
  const wire = new Wire(end, call, end.stream?.begins);
  try {
    return { answer: await send(wire) };
  } catch {
    return { error: failureOf(end.refusals, wire), body: wire.reply?.body ?? "" };
  }
}
