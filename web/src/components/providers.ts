import type { Answer } from "../api/types.ts";
import { useApi } from "../api/use-api.ts";

export type Config = Answer<"getConfig">;
export type Provider = Config["provider"];
export type ProviderFacts = Answer<"listProviders">["providers"][number];

/**
 * The providers in the order in which people see them. They change with a release, so they are asked for once; and after
 * the keys, which the same function tells: two questions at once would start it twice.
 */
export function useProviders() {
  const keys = useApi("listConfigs", {});
  return useApi("listProviders", {}, { keeps: true, enabled: keys.isFetched });
}

/** What people call each; its id for the moment until the names are here. */
export function useProviderNames(): (provider: Provider) => string {
  const { data } = useProviders();
  return (provider) => data?.providers.find(({ id }) => id === provider)?.name ?? provider;
}
