import * as z from "zod/mini";
import type { Finish, ReadAnswer } from "../api.ts";

const count = z.number().check(z.int(), z.gte(0));

const completion = z.object({
  choices: z._default(
    z.array(
      z.object({
        finish_reason: z.nullish(z.string()),
        message: z.nullish(z.object({ content: z.nullish(z.string()), refusal: z.nullish(z.string()) })),
      }),
    ),
    [],
  ),
  usage: z.object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.nullish(
      z.object({ cached_tokens: z.nullish(count), cache_write_tokens: z.nullish(count) }),
    ),
    completion_tokens_details: z.nullish(z.object({ reasoning_tokens: z.nullish(count) })),
  }),
});

/** Reads an answer of Chat Completions. */
export function readChat(body: unknown): ReadAnswer {
  const { choices, usage } = completion.parse(body);
  const { message, finish_reason } = choices[0] ?? {};
  const written = usage.prompt_tokens_details?.cache_write_tokens;
  return {
    text: message?.content ?? "",
    finish: message?.refusal ? "content_filter" : (finish_reason ?? ""),
    tokens: {
      input: usage.prompt_tokens,
      output: usage.completion_tokens,
      cached: usage.prompt_tokens_details?.cached_tokens ?? 0,
      // From gpt-5.6 on: they are part of the prompt's tokens, at a price of their own.
      ...(written && { cacheWritten: written }),
      reasoning: usage.completion_tokens_details?.reasoning_tokens ?? 0,
    },
  };
}

/** https://developers.openai.com/api/reference/resources/chat */
export const chatFinishes: ReadonlyMap<string, Finish> = new Map([
  ["stop", "end"],
  ["length", "length"],
  ["content_filter", "refused"],
  ["tool_calls", "unusable"],
  ["function_call", "unusable"],
]);
