import OpenAI from "openai";
import * as z from "zod/mini";
import { toAnswer } from "./answer.ts";
import { ask } from "./ask.ts";
import { settingsFor } from "./models.ts";
import type { ProviderAdapter, ProviderCall } from "./provider.ts";
import { NO_KEY, NO_TIMEOUT, ORIGINS, type Wire } from "./wire.ts";

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

/** Asks OpenAI by Chat Completions, the one API that all its chat models from gpt-3.5 on speak. */
export const askOpenAI: ProviderAdapter = async (call) => {
  const answer = await ask("openai", call, completion, (wire) => client(wire).chat.completions.create(request(call)));
  const { message, finish_reason } = answer.choices[0] ?? {};
  const { usage } = answer;
  const written = usage.prompt_tokens_details?.cache_write_tokens;
  return toAnswer("openai", message?.refusal ? "content_filter" : (finish_reason ?? ""), message?.content ?? "", {
    input: usage.prompt_tokens,
    output: usage.completion_tokens,
    cached: usage.prompt_tokens_details?.cached_tokens ?? 0,
    // From gpt-5.6 on: they are part of the prompt's tokens, at a price of their own.
    ...(written && { cacheWritten: written }),
    reasoning: usage.completion_tokens_details?.reasoning_tokens ?? 0,
  });
};

/** The SDK would read the address and the log level from the environment; what else it reads there, the wire stops. */
function client(wire: Wire): OpenAI {
  return new OpenAI({
    apiKey: NO_KEY,
    baseURL: `${ORIGINS.openai}/v1`,
    fetch: wire.fetch,
    maxRetries: 0,
    timeout: NO_TIMEOUT,
    logLevel: "off",
  });
}

function request(call: ProviderCall) {
  const { temperature, maxTokens, limitName } = settingsFor("openai", call.model, call);
  return {
    model: call.model,
    messages: [
      { role: "system" as const, content: call.system },
      ...call.turns.map(({ role, text }) => ({ role, content: text })),
    ],
    ...(limitName === "max_tokens" ? { max_tokens: maxTokens } : { max_completion_tokens: maxTokens }),
    ...(temperature === undefined ? {} : { temperature }),
  };
}
