import type { Provider } from "../api/fields.ts";

/** What one family of models takes. What is not said here is what the newest models do. */
type Family = {
  models: RegExp;
  /** The highest temperature taken; left out where the model takes none, or only its default. */
  maxTemperature?: number;
  /** The most tokens of one answer; said where the model reasons, and its reasoning counts against the limit. */
  reasonsWithin?: number;
  /** OpenAI: the token limit is called `max_tokens`, not `max_completion_tokens`. */
  oldLimitName?: true;
};

/**
 * The first row that matches counts. The last row of each provider is for all models that are newer than this page:
 * no temperature, and room to reason, since every model since 2025 accepts that.
 */
const FAMILIES: Record<Provider, readonly Family[]> = {
  openai: [
    // "Model incompatible request argument supplied: temperature"
    { models: /^gpt-4o(-mini)?-search/ },
    // `max_tokens` is "deprecated in favor of max_completion_tokens, and is not compatible with o-series models": the
    // openai package's ChatCompletionCreateParams. The old models keep the name that they were made with.
    { models: /^(ft:)?(gpt-3\.5|gpt-4|chatgpt-4o)/, maxTemperature: 2, oldLimitName: true },
    // The one gpt-5 that does not reason: https://developers.openai.com/api/docs/models/gpt-5-chat-latest
    { models: /^(ft:)?gpt-5-chat/, maxTemperature: 2 },
    // Their answers end at 16,384 tokens (model-limits.ts). Without a temperature each of them answers.
    { models: /^(ft:)?gpt-(5\.\d+-)?chat/, reasonsWithin: 16_384 },
    // https://developers.openai.com/api/docs/guides/reasoning, /models/o3: 100,000 tokens of output
    { models: /^(ft:)?o\d/, reasonsWithin: 100_000 },
    // "'temperature' does not support 0.7 with this model. Only the default (1) value is supported.": gpt-5 and later.
    // gpt-5.1 to 5.4 take one at reasoning effort `none` only. /models/gpt-5: 128,000 tokens of output
    { models: /^/, reasonsWithin: 128_000 },
  ],
  gemini: [
    // Gemini 1.0: temperature 0 to 1. The name `gemini-pro` is its; `gemini-pro-latest` is the newest.
    { models: /^gemini-(pro|1\.0-.+)$/, maxTemperature: 1 },
    { models: /^(gemini-(1\.5|2\.0)-|gemma-[23])/, maxTemperature: 2 },
    // Thinking is on by default and counts against maxOutputTokens: https://ai.google.dev/gemini-api/docs/thinking
    { models: /^gemini-2\.5-/, maxTemperature: 2, reasonsWithin: 65_535 },
    // It always thinks, ignores a temperature, and ends a call without streaming at 32,768 tokens: model-limits.ts
    { models: /^gemini-4-/, reasonsWithin: 32_768 },
    // "When using Gemini 3 models, we strongly recommend keeping the temperature at its default": ai.google.dev,
    // /gemini-api/docs/gemini-3. From 3.6 on a value is ignored: /gemini-api/docs/whats-new-gemini-3.6
    { models: /^/, reasonsWithin: 65_535 },
  ],
  anthropic: [
    // Claude 4.6 and before: temperature 0 to 1, and no thinking unless it is asked for.
    { models: /^claude-(v?[123]|instant|(opus|sonnet|haiku)-4(-[0156])?(-\d{8}|-latest)?$)/, maxTemperature: 1 },
    // "`temperature` is deprecated for this model" from 4.7 on; "requests without a thinking field run without
    // thinking": https://platform.claude.com/docs/en/models/opus-5/migration-guide
    { models: /^claude-opus-4-[78]/ },
    // The same page: on Claude 5 they think, and "max_tokens remains a hard limit on total output, thinking plus text".
    { models: /^/, reasonsWithin: 128_000 },
  ],
};

/** OpenAI's guide: "reserve at least 25,000 tokens for reasoning and outputs". Only what is used is charged. */
const REASONING_HEADROOM = 25_000;

export type ModelSettings = {
  /** Undefined: send none. */
  temperature: number | undefined;
  /** The limit to send; reasoning headroom is in it. */
  maxTokens: number;
  limitName: "max_tokens" | "max_completion_tokens";
};

/**
 * What to send to this model for what its owner set. A temperature above the model's range is cut to the range and not
 * scaled, so that 0.7 means 0.7 everywhere.
 */
export function settingsFor(
  provider: Provider,
  model: string,
  wanted: { temperature: number; maxTokens: number },
): ModelSettings {
  const name = model.replace(/^models\//, "").toLowerCase();
  const family = FAMILIES[provider].find(({ models }) => models.test(name));
  const { maxTemperature, reasonsWithin, oldLimitName } = family ?? {};
  return {
    temperature: maxTemperature === undefined ? undefined : Math.min(wanted.temperature, maxTemperature),
    maxTokens: withHeadroom(wanted.maxTokens, reasonsWithin),
    limitName: oldLimitName ? "max_tokens" : "max_completion_tokens",
  };
}

function withHeadroom(maxTokens: number, reasonsWithin: number | undefined): number {
  if (reasonsWithin === undefined) return maxTokens;
  return Math.max(maxTokens, Math.min(maxTokens + REASONING_HEADROOM, reasonsWithin));
}
