import * as z from "zod/mini";
import type { JoinedStream, Streaming } from "../api.ts";
import { lenientContent, lenientField, lenientList } from "../lenient.ts";
import { DONE } from "../sse.ts";
import { findStreamError } from "../stream-errors.ts";

const chunk = z.object({
  model: lenientField(z.string()),
  service_tier: lenientField(z.string()),
  choices: lenientList(
    z.object({
      index: lenientField(z.number()),
      finish_reason: lenientField(z.string()),
      delta: lenientField(z.object({ content: z._default(lenientContent, ""), refusal: lenientField(z.string()) })),
    }),
  ),
  usage: z.optional(z.unknown()),
});

/**
 * Joins a stream of Chat Completions. The usage comes in a last chunk without choices, so a stream that breaks off has
 * none.
 * https://developers.openai.com/api/reference/resources/chat/subresources/completions/streaming-events
 */
function join(events: Iterable<unknown>): JoinedStream {
  const texts: string[] = [];
  const refusals: string[] = [];
  let [model, service_tier, finish_reason, usage, error]: unknown[] = [];
  let ended = false;
  for (const event of events) {
    if (event === DONE) ended = true;
    error ??= findStreamError(event);
    const read = chunk.safeParse(event);
    if (!read.success) continue;
    const choice = read.data.choices.find(({ index = 0 }) => index === 0);
    texts.push(choice?.delta?.content ?? "");
    refusals.push(choice?.delta?.refusal ?? "");
    finish_reason = choice?.finish_reason ?? finish_reason;
    model = read.data.model ?? model;
    service_tier = read.data.service_tier ?? service_tier;
    usage = read.data.usage ?? usage;
  }
  const message = { content: texts.join(""), refusal: refusals.join("") };
  return {
    body: { model, service_tier, choices: [{ finish_reason, message }], usage },
    ended: error === undefined && (ended || finish_reason !== undefined),
    error,
  };
}

/** Matches a delta with a non-empty text. */
export const chatStream: Streaming = { join, begins: /"content": ?"[^"]/ };
