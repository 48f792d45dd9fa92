import type { ModelRules } from "../api.ts";
import { endings } from "./endings.ts";

export const models: ModelRules = {
  maxTemperature: 2,
  families: [
    // "Model incompatible request argument supplied: temperature"
    { models: /^gpt-4o(-mini)?-search/ },
    // `max_tokens` is "deprecated in favor of max_completion_tokens, and is not compatible with o-series models": the
    // openai package's ChatCompletionCreateParams. Old models keep the old name.
    { models: /^(ft:)?(gpt-3\.5|gpt-4|chatgpt-4o)/, maxTemperature: 2, oldLimitName: true },
    // The only gpt-5 that does not reason: https://developers.openai.com/api/docs/models/gpt-5-chat-latest
    { models: /^(ft:)?gpt-5-chat/, maxTemperature: 2 },
    // Their answers end at 16,384 tokens (see maxOutput). All of them answer without a temperature.
    { models: /^(ft:)?gpt-(5\.\d+-)?chat/, reasonsWithin: 16_384 },
    // https://developers.openai.com/api/docs/guides/reasoning, /models/o3: 100,000 tokens of output
    { models: /^(ft:)?o\d/, reasonsWithin: 100_000 },
    // "'temperature' does not support 0.7 with this model. Only the default (1) value is supported.": gpt-5 and later.
    // gpt-5.1 to 5.4 accept a temperature only at reasoning effort `none`. /models/gpt-5: 128,000 tokens of output
    { models: /^/, reasonsWithin: 128_000 },
  ],
  // https://developers.openai.com/api/docs/models (looked up in November 2026)
  maxOutput: [
    [/^(ft:)?gpt-3\.5/, 4_096],
    [/^(ft:)?gpt-4o-2024-05-13/, 4_096],
    [/^(ft:)?(gpt-4o|chatgpt-4o)/, 16_384],
    [/^(ft:)?gpt-4\.1/, 32_768],
    [/^gpt-4\.5/, 16_384],
    [/^gpt-4-32k/, 32_768],
    [/^gpt-4-(turbo|1106|0125|vision)/, 4_096],
    [/^(ft:)?gpt-4(-\d{4})?$/, 8_192],
    // Also gpt-5.2-chat-latest and similar models: a context of 128,000 tokens, 16,384 of them output, according to
    // resellers: https://docs.oxen.ai/inference-api/reference/models/gpt-5-2-chat-latest
    [/^gpt-5(\.\d+)?-chat/, 16_384],
    [/^o1-mini/, 65_536],
    [/^o1-preview/, 32_768],
    [/^(ft:)?o\d/, 100_000],
    [/^(ft:)?gpt-[5-9]/, 128_000],
  ],
  // These models draw, speak, listen or make vectors. `-pro`, `-codex` and deep-research models accept only the
  // Responses API.
  noChat:
    /embedding|whisper|transcribe|tts|audio|realtime|image|dall-e|sora|moderation|instruct|davinci|babbage|computer-use|deep-research|codex|-pro(-|$)/,
  // A colon or `.ft-` marks fine-tuned models, which have an owner. gpt-5.3 and gpt-chat-latest are names in the price
  // list but not ids of OpenAI: https://developers.openai.com/api/reference/resources/%24shared (read on 2026-11-28)
  notOffered:
    /:|\.ft-|^gpt-5\.3$|^gpt-chat-latest$|^gpt-oss|^gpt-3\.5-0301|^gpt-3\.5-turbo-(0613|16k)|^gpt-4(-32k|-vision|\.5)|^o1-(mini|preview)|search-preview/,
  endings,
};
