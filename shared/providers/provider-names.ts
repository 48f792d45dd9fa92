import type { Provider } from "../api/fields.ts";

/** As people say them. */
export const PROVIDER_NAMES: Record<Provider, string> = {
  openai: "OpenAI",
  gemini: "Google Gemini",
  anthropic: "Anthropic",
};
