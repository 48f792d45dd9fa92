import * as z from "zod/mini";
import type { Finish, ReadAnswer } from "../api.ts";

const count = z.number().check(z.int(), z.gte(0));

const message = z.object({
  content: z._default(z.array(z.object({ type: z.string(), text: z.optional(z.string()) })), []),
  stop_reason: z.nullish(z.string()),
  usage: z.object({
    input_tokens: count,
    output_tokens: count,
    cache_read_input_tokens: z.nullish(count),
    cache_creation_input_tokens: z.nullish(count),
    output_tokens_details: z.nullish(z.object({ thinking_tokens: z.nullish(count) })),
  }),
});

/** Reads an answer of the Messages API. */
export function read(body: unknown): ReadAnswer {
  const { content, stop_reason, usage } = message.parse(body);
  const cached = usage.cache_read_input_tokens ?? 0;
  const written = usage.cache_creation_input_tokens ?? 0;
  return {
    text: content.map((block) => (block.type === "text" ? (block.text ?? "") : "")).join(""),
    finish: stop_reason ?? "",
    tokens: {
      // "Total input tokens in a request is the summation of input_tokens, cache_creation_input_tokens, and
      // cache_read_input_tokens": the SDK's Usage.
      input: usage.input_tokens + written + cached,
      output: usage.output_tokens,
      cached,
      ...(written && { cacheWritten: written }),
      reasoning: usage.output_tokens_details?.thinking_tokens ?? 0,
    },
  };
}

/** https://platform.claude.com/docs/en/api/messages (stop_reason) */
export const finishes: ReadonlyMap<string, Finish> = new Map([
  ["end_turn", "end"],
  ["stop_sequence", "end"],
  ["max_tokens", "length"],
  ["model_context_window_exceeded", "length"],
  ["refusal", "refused"],
  ["tool_use", "unusable"],
  ["pause_turn", "unusable"],
]);
