import * as z from "zod/mini";
import type { Finish, ReadAnswer } from "../api.ts";
import { lenientContent, lenientField, lenientList } from "../lenient.ts";
import { readTokenCounts, sumCounts } from "../usage.ts";

const usage = z.object({
  promptTokenCount: z.optional(z.unknown()),
  candidatesTokenCount: z.optional(z.unknown()),
  cachedContentTokenCount: z.optional(z.unknown()),
  thoughtsTokenCount: z.optional(z.unknown()),
});

const response = z.object({
  candidates: lenientList(
    z.object({
      finishReason: lenientField(z.string()),
      content: lenientField(z.object({ parts: z._default(lenientContent, "") })),
    }),
  ),
  promptFeedback: lenientField(z.object({ blockReason: lenientField(z.string()) })),
  usageMetadata: lenientField(usage),
  modelVersion: lenientField(z.string()),
});

/** Reads an answer of generateContent. */
export function read(body: unknown): ReadAnswer {
  const { candidates, promptFeedback, usageMetadata: usage, modelVersion: model } = response.parse(body);
  const candidate = candidates[0];
  const text = candidate?.content?.parts ?? "";
  const { candidatesTokenCount: visible, thoughtsTokenCount: thoughts } = usage ?? {};
  // Google omits counts of 0. The counts of a prompt and of a text cannot be 0.
  const isCounted = usage !== undefined && !(text !== "" && (visible ?? undefined) === undefined);
  return {
    text,
    finish: promptFeedback?.blockReason ? "SAFETY" : (candidate?.finishReason ?? ""),
    tokens: readTokenCounts({
      input: usage?.promptTokenCount,
      // Thinking is charged as output but not included in candidatesTokenCount.
      output: isCounted ? sumCounts(visible, thoughts) : undefined,
      cached: usage?.cachedContentTokenCount,
      reasoning: thoughts,
    }),
    served: { model },
  };
}

/** https://ai.google.dev/api/generate-content#FinishReason */
export const finishes: ReadonlyMap<string, Finish> = new Map([
  ["STOP", "end"],
  ["MAX_TOKENS", "length"],
  ["SAFETY", "refused"],
  ["RECITATION", "refused"],
  ["LANGUAGE", "refused"],
  ["BLOCKLIST", "refused"],
  ["PROHIBITED_CONTENT", "refused"],
  ["SPII", "refused"],
  ["OTHER", "unusable"],
  ["MALFORMED_FUNCTION_CALL", "unusable"],
  ["UNEXPECTED_TOOL_CALL", "unusable"],
]);
