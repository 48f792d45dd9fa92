import * as z from "zod/mini";
import type { JoinedStream, ProviderApi, ReadAnswer } from "./api.ts";
import { parseEvents } from "./sse.ts";
import { findStreamError, statusOfStreamError } from "./stream-errors.ts";
import type { Wire } from "./wire.ts";

/** `broken`: the answer was cut off. */
export type Reply = ReadAnswer & { broken: boolean };

/**
 * Reads the wire: a complete answer, a stream, or the part of a stream that arrived.
 * @throws if there is no answer in it
 */
export function readReply(provider: Pick<ProviderApi, "read" | "stream">, wire: Wire): Reply {
  const { body, ended, error } = joinBody(provider, wire.reply?.body ?? wire.partial ?? "");
  const answer = provider.read(body);
  const isNone = answer.text.trim() === "";
  if (error !== undefined && isNone) {
    // The provider may charge for tokens that it has counted, so this failure of its own may have cost something.
    const status = statusOfStreamError(error);
    const mayBeCharged = status >= 500 && answer.tokens.input !== null;
    wire.withdrawReply(mayBeCharged ? undefined : { status, body: JSON.stringify(error) });
    throw new Error("The provider sent an error in its stream.");
  }
  if (wire.reply === undefined && isNone) throw new Error("No part of the answer arrived.");
  return { ...answer, broken: wire.reply === undefined || !ended };
}

/**
 * A gateway without support for streams sends one JSON answer under any content type, and may put an error into a 200.
 * Google streams a JSON list by default.
 */
function joinBody({ stream }: Pick<ProviderApi, "stream">, text: string): JoinedStream {
  const isList = /^\s*\[/.test(text);
  if (stream !== undefined && !isList && !isJson(text)) return stream.join(parseEvents(text));
  const body: unknown = JSON.parse(text);
  if (stream !== undefined && isList) return stream.join(z.array(z.unknown()).parse(body));
  return { body, ended: true, error: findStreamError(body) };
}

/** Events of a stream start with a field name, so a text that starts with "{" is plain JSON. */
function isJson(text: string): boolean {
  return /^\s*(\{|null)/.test(text);
}
