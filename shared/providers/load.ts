import type { ProviderApi } from "./api.ts";
import { type Provider, providerOf } from "./registry.ts";
import type { ProviderRow } from "./row.ts";

/** All that is known of one provider. */
export type LoadedProvider = ProviderRow & ProviderApi;

/** Beside the registry, since a bundle holds whatever its code could import: only what asks providers imports this. */
const APIS: Record<Provider, () => Promise<ProviderApi>> = {
  openai: async () => (await import("./openai/api.ts")).openaiApi,
  gemini: async () => (await import("./gemini/api.ts")).geminiApi,
  anthropic: async () => (await import("./anthropic/api.ts")).anthropicApi,
};

/** Loads what a call or a check of this provider needs; the others stay on disk, and so do all SDKs. */
export async function loadProvider(provider: Provider): Promise<LoadedProvider> {
  return { ...providerOf(provider), ...(await APIS[provider]()) };
}
