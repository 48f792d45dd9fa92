import type { ModelRules } from "../api.ts";
import { endings } from "./endings.ts";

/**
 * "For Claude Opus 4.6 and newer models, specifying US-only inference incurs a 1.1x multiplier on all token pricing
 * categories": https://platform.claude.com/docs/en/about-claude/pricing. Older models report `not_available`.
 */
export const US_FACTOR = 1.1;

export const models: ModelRules = {
  dearestFactor: US_FACTOR,
  // https://platform.claude.com/docs/en/api/messages: "Ranges from 0.0 to 1.0"
  maxTemperature: 1,
  families: [
    // Claude 4.6 and before: temperature 0 to 1, and no thinking by default.
    { models: /^claude-(v?[123]|instant|(opus|sonnet|haiku)-4(-[0156])?(-\d{8}|-latest)?$)/, maxTemperature: 1 },
    // "`temperature` is deprecated for this model" from 4.7 on; "requests without a thinking field run without
    // thinking": https://platform.claude.com/docs/en/models/opus-5/migration-guide
    { models: /^claude-opus-4-[78]/ },
    // The same page: Claude 5 thinks by default, and "max_tokens remains a hard limit on total output, thinking plus
    // text".
    { models: /^/, reasonsWithin: 128_000 },
  ],
  // https://platform.claude.com/docs/en/models/overview (looked up in November 2026); 4.6 to 4.8: 128,000, according to
  // the releases of @effect/ai-anthropic
  maxOutput: [
    [/^claude-(v?[12]|instant|3-(opus|sonnet|haiku))/, 4_096],
    [/^claude-3-5-/, 8_192],
    [/^claude-3-7-/, 64_000],
    [/^claude-opus-4(-[01])?(-\d{8}|-latest)?$/, 32_000],
    [/^claude-(sonnet|haiku)-4(-[015])?(-\d{8}|-latest)?$/, 64_000],
    [/^claude-opus-4-5/, 64_000],
    [/^claude-/, 128_000],
  ],
  noChat: /^$/,
  notOffered: /^claude-(v?\d|instant)/,
  endings,
};
