import * as z from "zod/mini";
import type { Folded, ProviderApi, ReadAnswer } from "./api.ts";
import { eventsOf } from "./sse.ts";
import { errorIn, statusOf } from "./stream-errors.ts";
import type { Wire } from "./wire.ts";

/** `broken`: the provider had more to say. */
export type Reply = ReadAnswer & { broken: boolean };

/**
 * Reads what is on the wire: an answer in one piece, a stream, or as much of a stream as came.
 * @throws where there is nothing of an answer in it
 */
export function readReply(provider: Pick<ProviderApi, "read" | "stream">, wire: Wire): Reply {
  const { body, ended, error } = foldedOf(provider, wire.reply?.body ?? wire.partial ?? "");
  const answer = provider.read(body);
  const isNone = answer.text.trim() === "";
  if (error !== undefined && isNone) {
    // Tokens that the provider has counted may be charged for, so a failure of its own is no definite no any more.
    const status = statusOf(error);
    const mayBeCharged = status >= 500 && answer.tokens.input !== null;
    wire.failed(mayBeCharged ? undefined : { status, body: JSON.stringify(error) });
    throw new Error("The provider sent an error in its stream.");
  }
  if (wire.reply === undefined && isNone) throw new Error("Nothing of the answer had come.");
  return { ...answer, broken: wire.reply === undefined || !ended };
}

/**
 * A gateway that knows no streams answers in one piece, whatever it calls that, and may put an error into a 200. Google
 * streams a list where it is not told otherwise.
 */
function foldedOf({ stream }: Pick<ProviderApi, "stream">, text: string): Folded {
  const isList = /^\s*\[/.test(text);
  if (stream !== undefined && !isList && !isJson(text)) return stream.fold(eventsOf(text));
  const body: unknown = JSON.parse(text);
  if (stream !== undefined && isList) return stream.fold(z.array(z.unknown()).parse(body));
  return { body, ended: true, error: errorIn(body) };
}

/** An event of a stream has a name before it. */
function isJson(text: string): boolean {
  return /^\s*(\{|null)/.test(text);
}
