import type { ModelRules } from "../api.ts";
import { endings } from "./endings.ts";

export const models: ModelRules = {
  maxTemperature: 2,
  families: [
    // Gemini 1.0: temperature 0 to 1. It is also called `gemini-pro`; `gemini-pro-latest` is the newest model.
    { models: /^gemini-(pro|1\.0-.+)$/, maxTemperature: 1 },
    { models: /^(gemini-(1\.5|2\.0)-|gemma-[23])/, maxTemperature: 2 },
    // Thinking is on by default and counts against maxOutputTokens: https://ai.google.dev/gemini-api/docs/thinking
    { models: /^gemini-2\.5-/, maxTemperature: 2, reasonsWithin: 65_535 },
    // It always thinks and ignores the temperature: see the page at maxOutput.
    { models: /^gemini-4-/, reasonsWithin: 65_535 },
    // "When using Gemini 3 models, we strongly recommend keeping the temperature at its default": ai.google.dev,
    // /gemini-api/docs/gemini-3. From 3.6 on the value is ignored: /gemini-api/docs/whats-new-gemini-3.6
    { models: /^/, reasonsWithin: 65_535 },
  ],
  // https://ai.google.dev/gemini-api/docs/models (looked up in November 2026)
  maxOutput: [
    [/^gemini-(pro|1\.0-.+)$/, 2_048],
    [/^gemini-(1\.5|2\.0)-/, 8_192],
    // For gemini-4 with streaming, which we use: "32,768 tokens for non-streaming direct HTTP requests",
    // https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/guides/gemini-4-argon
    [/^gemini-(2\.5|[3-9])/, 65_536],
  ],
  noChat: /embedding|-tts|image|-live|native-audio|imagen|veo|omni|aqa|robotics/,
  // Includes models with open weights.
  notOffered: /^gemma|1\.[05]|^gemini-pro$|^gemini-2\.0-|preview-\d/,
  endings,
};
