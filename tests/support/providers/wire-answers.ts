import { stubOf } from "../../../local/provider-stub/stubs.ts";
import type { Provider } from "../../../shared/providers/registry.ts";

/** No price list knows it, so that a call costs what the model that was asked costs. */
export const UNLISTED = "an-unlisted-model";

/** Answers of providers, in the form of its own reference, with every count of tokens in it. */
export const ANSWERS = {
  openai: {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_790_000_000,
    model: UNLISTED,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: "Hello.", refusal: null },
        finish_reason: "stop",
        logprobs: null,
      },
    ],
    usage: {
      prompt_tokens: 1200,
      completion_tokens: 300,
      total_tokens: 1500,
      prompt_tokens_details: { cached_tokens: 1024, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 256, audio_tokens: 0 },
    },
  },
  gemini: {
    candidates: [
      {
        index: 0,
        content: { role: "model", parts: [{ text: "I think.", thought: true }, { text: "Hel" }, { text: "lo." }] },
        finishReason: "STOP",
      },
    ],
    usageMetadata: {
      promptTokenCount: 1200,
      candidatesTokenCount: 44,
      thoughtsTokenCount: 256,
      cachedContentTokenCount: 1024,
      totalTokenCount: 1500,
    },
    modelVersion: UNLISTED,
    responseId: "r-1",
  },
  anthropic: {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: UNLISTED,
    content: [
      { type: "thinking", thinking: "I think.", signature: "c2ln" },
      { type: "text", text: "Hello." },
    ],
    stop_reason: "end_turn",
    stop_sequence: null,
    stop_details: null,
    usage: {
      input_tokens: 76,
      cache_creation_input_tokens: 100,
      cache_read_input_tokens: 1024,
      output_tokens: 300,
      output_tokens_details: { thinking_tokens: 256 },
      service_tier: "standard",
    },
  },
} as const satisfies Partial<Record<Provider, object>>;

const SAMPLES: Partial<Record<Provider, object>> = ANSWERS;
const QUESTION = { model: "a-model", system: "", messages: [], stream: false };

/** What a provider answers, with the same counts of tokens at each: from its reference, else as its stub says it. */
export function answerOf(provider: Provider): object {
  const usage = { input: 1200, output: 300, cached: 1024, reasoning: 256 };
  return SAMPLES[provider] ?? stubOf(provider).answer(QUESTION, "Hello.", usage);
}
