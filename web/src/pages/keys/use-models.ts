import { useApi } from "../../api/use-api.ts";
import type { Provider } from "../../components/providers.ts";

/** The models that a field offers, by name: the ones that the stored key may use, if the provider has listed them. */
export function useModels(provider: Provider) {
  const { data } = useApi("listModels", { query: { provider } });
  return { data, models: new Map(data?.models.map((model) => [model.name, model])) };
}
