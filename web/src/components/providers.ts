import type { Answer } from "../api/types.ts";
import { useApi } from "../api/use-api.ts";

export type Config = Answer<"getConfig">;
export type Provider = Config["provider"];
export type ProviderFacts = Answer<"listProviders">["providers"][number];

/**
 * The providers in display order. They change only with a release, so they are requested once. They are requested after
 * the keys, because the same function serves both and two requests at once would start it twice.
 */
export function useProviders() {
  const keys = useApi("listConfigs", {});
  return useApi("listProviders", {}, { keeps: true, enabled: keys.isFetched });
}

/** Returns a provider's display name, or its id until the names are loaded. */
export function useProviderNames(): (provider: Provider) => string {
  const { data } = useProviders();
  return (provider) => data?.providers.find(({ id }) => id === provider)?.name ?? provider;
}
