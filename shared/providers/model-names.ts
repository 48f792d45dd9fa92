import { PROVIDERS, type Provider } from "../api/fields.ts";

/**
 * What a key is stored with where its owner names no model: each provider's newest one for everyday work at a low price
 * that the price list knows. https://developers.openai.com/api/docs/models, https://ai.google.dev/gemini-api/docs/models,
 * https://platform.claude.com/docs/en/models (November 2026)
 */
export const DEFAULT_MODELS: Record<Provider, string> = {
  openai: "gpt-6-luna",
  gemini: "gemini-3.8-flash",
  anthropic: "claude-sonnet-5",
};

/** How the names of a provider's own models begin. Others exist (a fine-tuned model has any name), so these only exclude. */
const NAMES: Record<Provider, RegExp> = {
  openai: /^(ft:)?(gpt-|chatgpt-|o\d(-|$)|davinci-|babbage-)/,
  gemini: /^(models\/|tunedmodels\/|gemini-|gemma-)/,
  anthropic: /^claude-/,
};

/** The provider whose name this is for sure; undefined for a name that could be anybody's. */
export function providerOfModel(model: string): Provider | undefined {
  return PROVIDERS.find((provider) => NAMES[provider].test(model.toLowerCase()));
}

/**
 * Models that do not answer a chat: they draw, speak, listen or make vectors, or are asked by another API than the one
 * that we speak (OpenAI's `-pro`, `-codex` and deep-research models take the Responses API alone).
 */
const NO_CHAT: Record<Provider, RegExp> = {
  openai:
    /embedding|whisper|transcribe|tts|audio|realtime|image|dall-e|sora|moderation|instruct|davinci|babbage|computer-use|deep-research|codex|-pro(-|$)/,
  gemini: /embedding|-tts|image|-live|native-audio|imagen|veo|omni|aqa|robotics/,
  anthropic: /^$/,
};

export function canChat(provider: Provider, model: string): boolean {
  return !NO_CHAT[provider].test(model.toLowerCase());
}
