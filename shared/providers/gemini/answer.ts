import * as z from "zod/mini";
import type { Finish, ReadAnswer } from "../api.ts";

const count = z._default(z.number().check(z.int(), z.gte(0)), 0);

const part = z.object({ text: z.optional(z.string()), thought: z.optional(z.boolean()) });
const response = z.object({
  candidates: z._default(
    z.array(
      z.object({
        finishReason: z.optional(z.string()),
        content: z.optional(z.object({ parts: z.optional(z.array(part)) })),
      }),
    ),
    [],
  ),
  promptFeedback: z.optional(z.object({ blockReason: z.optional(z.string()) })),
  usageMetadata: z.object({
    promptTokenCount: count,
    candidatesTokenCount: count,
    cachedContentTokenCount: count,
    thoughtsTokenCount: count,
  }),
});

/** Reads an answer of generateContent. */
export function read(body: unknown): ReadAnswer {
  const { candidates, promptFeedback, usageMetadata: usage } = response.parse(body);
  const candidate = candidates[0];
  const parts = candidate?.content?.parts ?? [];
  return {
    text: parts.map((each) => (each.thought ? "" : (each.text ?? ""))).join(""),
    finish: promptFeedback?.blockReason ? "SAFETY" : (candidate?.finishReason ?? ""),
    tokens: {
      input: usage.promptTokenCount,
      // Thinking is charged as output, but stands outside candidatesTokenCount.
      output: usage.candidatesTokenCount + usage.thoughtsTokenCount,
      cached: usage.cachedContentTokenCount,
      reasoning: usage.thoughtsTokenCount,
    },
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
