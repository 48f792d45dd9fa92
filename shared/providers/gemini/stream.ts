import * as z from "zod/mini";
import type { JoinedStream, Streaming } from "../api.ts";
import { lenientContent, lenientField, lenientList } from "../lenient.ts";
import { findStreamError } from "../stream-errors.ts";

const chunk = z.object({
  candidates: lenientList(
    z.object({
      index: lenientField(z.number()),
      finishReason: lenientField(z.string()),
      content: lenientField(z.object({ parts: z._default(lenientContent, "") })),
    }),
  ),
  promptFeedback: lenientField(z.object({ blockReason: lenientField(z.string()) })),
  usageMetadata: lenientField(z.record(z.string(), z.unknown())),
  modelVersion: lenientField(z.string()),
});

/**
 * Joins a stream of streamGenerateContent. The SDK's own `response` loses which parts are thoughts. Each chunk is a
 * complete answer with the tokens so far.
 * https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
 */
function join(events: Iterable<unknown>): JoinedStream {
  const texts: string[] = [];
  let [finishReason, promptFeedback, modelVersion, error]: unknown[] = [];
  let usageMetadata: Record<string, unknown> | undefined;
  for (const event of events) {
    error ??= findStreamError(event);
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

export const stream: Streaming = { join, begins: /"text": ?"[^"]/ };
