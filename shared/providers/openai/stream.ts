import * as z from "zod/mini";
import type { Folded, Streaming } from "../api.ts";
import { content, field, list } from "../lenient.ts";
import { DONE } from "../sse.ts";
import { errorIn } from "../stream-errors.ts";

const chunk = z.object({
  model: field(z.string()),
  service_tier: field(z.string()),
  choices: list(
    z.object({
      index: field(z.number()),
      finish_reason: field(z.string()),
      delta: field(z.object({ content: z._default(content, ""), refusal: field(z.string()) })),
    }),
  ),
  usage: z.optional(z.unknown()),
});

/**
 * Joins a stream of Chat Completions. The usage comes in a last chunk without choices, so a stream that breaks off has
 * none.
 * https://developers.openai.com/api/reference/resources/chat/subresources/completions/streaming-events
 */
function fold(events: Iterable<unknown>): Folded {
  const texts: string[] = [];
  const refusals: string[] = [];
  let [model, service_tier, finish_reason, usage, error]: unknown[] = [];
  let ended = false;
  for (const event of events) {
    if (event === DONE) ended = true;
    error ??= errorIn(event);
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
export const chatStream: Streaming = { fold, begins: /"content": ?"[^"]/ };
