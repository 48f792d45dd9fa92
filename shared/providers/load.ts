import type { ProviderApi } from "./api.ts";
import { type Provider, providerOf } from "./registry.ts";
import type { ProviderRow } from "./row.ts";

/** Everything known about one provider. */
export type LoadedProvider = ProviderRow & ProviderApi;

/**
 * Kept apart from the registry, because a bundle contains everything that its code could import. Only code that calls
 * providers imports this file.
 */
const APIS: Record<Provider, () => Promise<ProviderApi>> = {
  openai: async () => (await import("./openai/api.ts")).openaiApi,
  gemini: async () => (await import("./gemini/api.ts")).geminiApi,
  anthropic: async () => (await import("./anthropic/api.ts")).anthropicApi,
};

/** Loads what a call to this provider or a check of its key needs. The other providers and all SDKs stay on disk. */
export async function loadProvider(provider: Provider): Promise<LoadedProvider> {
  return { ...providerOf(provider), ...(await APIS[provider]()) };
}
