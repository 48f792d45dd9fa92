import type { Provider } from "../api/fields.ts";

/** Each provider's range begins at 0. https://platform.claude.com/docs/en/api/messages: "Ranges from 0.0 to 1.0". */
export const MAX_TEMPERATURE: Record<Provider, number> = { openai: 2, gemini: 2, anthropic: 1 };

/**
 * The most tokens of one answer, as the providers' pages of models give it (looked up in November 2026); the first row
 * that matches counts. A model that is not here has no known limit.
 */
const MAX_OUTPUT: Record<Provider, readonly [models: RegExp, tokens: number][]> = {
  // https://developers.openai.com/api/docs/models
  openai: [
    [/^(ft:)?gpt-3\.5/, 4_096],
    [/^(ft:)?gpt-4o-2024-05-13/, 4_096],
    [/^(ft:)?(gpt-4o|chatgpt-4o)/, 16_384],
    [/^(ft:)?gpt-4\.1/, 32_768],
    [/^gpt-4\.5/, 16_384],
    [/^gpt-4-32k/, 32_768],
    [/^gpt-4-(turbo|1106|0125|vision)/, 4_096],
    [/^(ft:)?gpt-4(-\d{4})?$/, 8_192],
    // Also gpt-5.2-chat-latest and its like: a context of 128,000 tokens, of which 16,384 are output, by those who sell
    // it on: https://docs.oxen.ai/inference-api/reference/models/gpt-5-2-chat-latest
    [/^gpt-5(\.\d+)?-chat/, 16_384],
    [/^o1-mini/, 65_536],
    [/^o1-preview/, 32_768],
    [/^(ft:)?o\d/, 100_000],
    [/^(ft:)?gpt-[5-9]/, 128_000],
  ],
  // https://ai.google.dev/gemini-api/docs/models
  gemini: [
    [/^gemini-(pro|1\.0-.+)$/, 2_048],
    [/^gemini-(1\.5|2\.0)-/, 8_192],
    // 65,536 with streaming, and "32,768 tokens for non-streaming direct HTTP requests", which ours are:
    // https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/guides/gemini-4-argon
    [/^gemini-4-/, 32_768],
    [/^gemini-(2\.5|[3-9])/, 65_536],
  ],
  // https://platform.claude.com/docs/en/models/overview; 4.6 to 4.8: 128,000, by the releases of @effect/ai-anthropic
  anthropic: [
    [/^claude-(v?[12]|instant|3-(opus|sonnet|haiku))/, 4_096],
    [/^claude-3-5-/, 8_192],
    [/^claude-3-7-/, 64_000],
    [/^claude-opus-4(-[01])?(-\d{8}|-latest)?$/, 32_000],
    [/^claude-(sonnet|haiku)-4(-[015])?(-\d{8}|-latest)?$/, 64_000],
    [/^claude-opus-4-5/, 64_000],
    [/^claude-/, 128_000],
  ],
};

/** Undefined for a model whose limit is not known. */
export function maxOutputOf(provider: Provider, model: string): number | undefined {
  const name = model.replace(/^models\//, "").toLowerCase();
  return MAX_OUTPUT[provider].find(([models]) => models.test(name))?.[1];
}
