import { useApi } from "../../api/use-api.ts";
import type { Provider } from "../../components/providers.ts";

/** The models that a field offers, by name: those that the stored key may use, where the provider has said which. */
export function useModels(provider: Provider) {
  const { data } = useApi("listModels", { query: { provider } });
  return { data, models: new Map(data?.models.map((model) => [model.name, model])) };
}
