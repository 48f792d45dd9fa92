import { findProvider } from "@pydantic/genai-prices";
import { loadProvider } from "./load.ts";
import { providerOfModel } from "./model-names.ts";
import { canChat } from "./models.ts";
import { priceOf } from "./price.ts";
import type { Provider } from "./registry.ts";

export type ListedModel = {
  name: string;
  usd_per_million_input: number;
  usd_per_million_output: number;
  /** Tokens; null where the list does not say. */
  context_window: number | null;
};

const NO_TOKENS = { input: 0, output: 0, cached: 0, reasoning: 0 };

/** The models of a provider that can answer mails, with the price of a short one. An owner may name any other too. */
export async function modelsOf(provider: Provider, now: Date): Promise<ListedModel[]> {
  const { models: rules, prices } = await loadProvider(provider);
  const listed = prices === null ? undefined : findProvider({ providerId: prices });
  return (listed?.models ?? []).flatMap(({ id, deprecated, context_window = null }) => {
    const offered = !deprecated && !rules.notOffered.test(id) && canChat(rules, id);
    if (!offered || providerOfModel(id) !== provider) return [];
    const price = priceOf(provider, id, NO_TOKENS, now);
    if (price === null) return [];
    const { usd_per_million_input, usd_per_million_output } = price;
    return [{ name: id, usd_per_million_input, usd_per_million_output, context_window }];
  });
}
