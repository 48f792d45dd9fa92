import * as z from "zod/mini";
import type { Finish, ReadAnswer } from "../api.ts";
import { lenientContent, lenientField, lenientList } from "../lenient.ts";
import { readTokenCounts } from "../usage.ts";

const usage = z.object({
  prompt_tokens: z.optional(z.unknown()),
  completion_tokens: z.optional(z.unknown()),
  prompt_tokens_details: lenientField(
    z.object({ cached_tokens: z.optional(z.unknown()), cache_write_tokens: z.optional(z.unknown()) }),
  ),
  completion_tokens_details: lenientField(z.object({ reasoning_tokens: z.optional(z.unknown()) })),
});

const completion = z.object({
  model: lenientField(z.string()),
  service_tier: lenientField(z.string()),
  choices: lenientList(
    z.object({
      finish_reason: lenientField(z.string()),
      message: lenientField(z.object({ content: z._default(lenientContent, ""), refusal: lenientField(z.string()) })),
    }),
  ),
  usage: lenientField(usage),
});

/** Reads an answer of Chat Completions. */
export function readChat(body: unknown): ReadAnswer {
  const { choices, usage, model, service_tier: tier } = completion.parse(body);
  const { message, finish_reason } = choices[0] ?? {};
  return {
    text: message?.content ?? "",
    finish: message?.refusal ? "content_filter" : (finish_reason ?? ""),
    tokens: readTokenCounts({
      input: usage?.prompt_tokens,
      output: usage?.completion_tokens,
      cached: usage?.prompt_tokens_details?.cached_tokens,
      // From gpt-5.6 on, cache writes have their own price. They are part of the prompt's tokens.
      written: usage?.prompt_tokens_details?.cache_write_tokens,
      reasoning: usage?.completion_tokens_details?.reasoning_tokens,
    }),
    served: { model, tier },
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
