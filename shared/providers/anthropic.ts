// The client without its resources is a quarter of the bundle, and prints no warnings about old models.
import { BaseAnthropic } from "@anthropic-ai/sdk/client";
import * as z from "zod/mini";
import { toAnswer } from "./answer.ts";
import { ask } from "./ask.ts";
import { settingsFor } from "./models.ts";
import type { ProviderAdapter, ProviderCall } from "./provider.ts";
import { alternate } from "./turns.ts";
import { NO_KEY, NO_TIMEOUT, ORIGINS, type Wire } from "./wire.ts";

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

/** Asks Anthropic by the Messages API. */
export const askAnthropic: ProviderAdapter = async (call) => {
  const answer = await ask("anthropic", call, message, (wire) => send(call, wire));
  const text = answer.content.map((block) => (block.type === "text" ? (block.text ?? "") : "")).join("");
  const { usage } = answer;
  const cached = usage.cache_read_input_tokens ?? 0;
  return toAnswer("anthropic", answer.stop_reason ?? "", text, {
    // "Total input tokens in a request is the summation of input_tokens, cache_creation_input_tokens, and
    // cache_read_input_tokens": the SDK's Usage.
    input: usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + cached,
    output: usage.output_tokens,
    cached,
    ...(usage.cache_creation_input_tokens && { cacheWritten: usage.cache_creation_input_tokens }),
    reasoning: usage.output_tokens_details?.thinking_tokens ?? 0,
  });
};

function send(call: ProviderCall, wire: Wire): Promise<unknown> {
  const { temperature, maxTokens } = settingsFor("anthropic", call.model, call);
  // Version 2026-10-21 refuses any temperature; the one before still takes it where the model does.
  // https://platform.claude.com/docs/en/api/migration-2026-10-21
  const version = temperature === undefined ? "2026-10-21" : "2023-06-01";
  return client(wire).post("/v1/messages", {
    headers: { "anthropic-version": version },
    body: {
      model: call.model,
      system: call.system,
      messages: alternate(call.turns).map(({ role, text }) => ({ role, content: text })),
      max_tokens: maxTokens,
      ...(temperature === undefined ? {} : { temperature }),
    },
  });
}

/** With a key given, the SDK looks for none in the environment or in files; the wire stops what else it reads. */
function client(wire: Wire): BaseAnthropic {
  return new BaseAnthropic({
    apiKey: NO_KEY,
    baseURL: ORIGINS.anthropic,
    fetch: wire.fetch,
    maxRetries: 0,
    timeout: NO_TIMEOUT,
    logLevel: "off",
    openTelemetry: false,
  });
}
