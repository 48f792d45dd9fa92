import type { Answer } from "../api/types.ts";

export type Config = Answer<"getConfig">;
export type Provider = Config["provider"];

type Facts = {
  name: string;
  /** Where the provider hands out keys. */
  keysPage: string;
  /** What its keys look like, as a hint in the empty field. */
  looksLike: string;
  /** A key that the stub on one machine answers. */
  demoKey: string;
};

/** In the order in which the cards stand. */
export const PROVIDERS: Record<Provider, Facts> = {
  openai: {
    name: "OpenAI",
    keysPage: "https://platform.openai.com/api-keys",
    looksLike: "sk-...",
    demoKey: "sk-demo-0123456789abcdef",
  },
  gemini: {
    name: "Google Gemini",
    keysPage: "https://aistudio.google.com/apikey",
    looksLike: "AIza...",
    demoKey: "AIza-demo-0123456789abcdef",
  },
  anthropic: {
    name: "Anthropic",
    keysPage: "https://platform.claude.com/settings/keys",
    looksLike: "sk-ant-...",
    demoKey: "sk-ant-demo-0123456789abcdef",
  },
};

export const providerIds: readonly Provider[] = ["openai", "gemini", "anthropic"];

export function nameOf(provider: Provider): string {
  return PROVIDERS[provider].name;
}
