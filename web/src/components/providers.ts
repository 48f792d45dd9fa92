import type { Answer } from "../api/types.ts";
import { useApi } from "../api/use-api.ts";

export type Config = Answer<"getConfig">;
export type Provider = Config["provider"];
export type ProviderFacts = Answer<"listProviders">["providers"][number];

/** The providers in the order in which people see them. They change with a release, so they are asked for once. */
export function useProviders() {
  return useApi("listProviders", {}, { keeps: true });
}

/** What people call each; its id for the moment until the names are here. */
export function useProviderNames(): (provider: Provider) => string {
  const { data } = useProviders();
  return (provider) => data?.providers.find(({ id }) => id === provider)?.name ?? provider;
}
