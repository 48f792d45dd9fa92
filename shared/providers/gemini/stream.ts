import * as z from "zod/mini";
import type { Folded, Streaming } from "../api.ts";
import { content, field, list } from "../lenient.ts";
import { errorIn } from "../stream-errors.ts";

const chunk = z.object({
  candidates: list(
    z.object({
      index: field(z.number()),
      finishReason: field(z.string()),
      content: field(z.object({ parts: z._default(content, "") })),
    }),
  ),
  promptFeedback: field(z.object({ blockReason: field(z.string()) })),
  usageMetadata: field(z.record(z.string(), z.unknown())),
  modelVersion: field(z.string()),
});

/**
 * Joins a stream of streamGenerateContent. The SDK's own `response` loses which parts are thoughts. Each chunk is a
 * complete answer with the tokens so far.
 * https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
 */
function fold(events: Iterable<unknown>): Folded {
  const texts: string[] = [];
  let [finishReason, promptFeedback, modelVersion, error]: unknown[] = [];
  let usageMetadata: Record<string, unknown> | undefined;
  for (const event of events) {
    error ??= errorIn(event);
    const read = chunk.safeParse(event);
    if (!read.success) continue;
    const candidate = read.data.candidates.find(({ index = 0 }) => index === 0);
    texts.push(candidate?.content?.parts ?? "");
    finishReason = candidate?.finishReason ?? finishReason;
    promptFeedback = read.data.promptFeedback?.blockReason ? read.data.promptFeedback : promptFeedback;
    modelVersion = read.data.modelVersion ?? modelVersion;
    if (read.data.usageMetadata) usageMetadata = { ...usageMetadata, ...read.data.usageMetadata };
  }
  const parts = [{ text: texts.join("") }];
  return {
    body: { candidates: [{ finishReason, content: { parts } }], promptFeedback, usageMetadata, modelVersion },
    ended: error === undefined && (finishReason !== undefined || promptFeedback !== undefined),
    error,
  };
}

export const stream: Streaming = { fold, begins: /"text": ?"[^"]/ };
