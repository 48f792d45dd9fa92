import { findProvider } from "@pydantic/genai-prices";
import type { ModelRules } from "./api.ts";
import { loadProvider } from "./load.ts";
import { providerOfModel } from "./model-names.ts";
import { canChat, endingOf } from "./models.ts";
import { ownPriceList } from "./own-prices.ts";
import { priceOf } from "./price.ts";
import { type Provider, providerOf } from "./registry.ts";

type ListedModel = {
  name: string;
  /** Null if no list knows the price, which can only happen to a model from the key's own list. */
  usd_per_million_input: number | null;
  usd_per_million_output: number | null;
  /** Tokens; null if the list does not say. */
  context_window: number | null;
  ends_on: string | null;
  successor: string | null;
};

export type ModelList = { known_from: "key" | "list"; models: ListedModel[] };

const NO_TOKENS = { input: 0, output: 0, cached: 0, reasoning: 0 };

/**
 * The models of a provider that can answer mails now, with the price of a short mail. An owner may also name any other
 * model.
 * @param ofKey the models that the owner's key may use, from the provider; without them, the models that have a price
 */
export async function modelsOf(provider: Provider, now: Date, ofKey: string[] = []): Promise<ModelList> {
  const { models: rules } = await loadProvider(provider);
  const listed = listOf(provider);
  const isThere = (name: string) => canChat(rules, name) && !hasEnded(rules, name, now);
  const describe = (name: string) => listedModel(provider, rules, name, listed.get(name) ?? null, now);
  if (ofKey.length > 0) return { known_from: "key", models: ofKey.filter(isThere).map(describe) };
  const offered = [...listed.keys()].filter(
    (name) => isThere(name) && !rules.notOffered.test(name) && providerOfModel(name) === provider,
  );
  return { known_from: "list", models: offered.map(describe).filter((model) => model.usd_per_million_input !== null) };
}

/** All names of both lists that are not deprecated, with their context windows; our own rows come first. */
function listOf(provider: Provider): Map<string, number | null> {
  const { prices } = providerOf(provider);
  const list = prices === null ? undefined : findProvider({ providerId: prices });
  const models = [...(ownPriceList(provider)?.models ?? []), ...(list?.models ?? [])].filter(
    (model) => !model.deprecated,
  );
  return new Map(models.map(({ id, context_window = null }) => [id, context_window]));
}

function hasEnded(rules: ModelRules, name: string, now: Date): boolean {
  const end = endingOf(rules, name);
  return end !== undefined && end.endsOn <= now.toISOString().slice(0, 10);
}

function listedModel(
  provider: Provider,
  rules: ModelRules,
  name: string,
  context_window: number | null,
  now: Date,
): ListedModel {
  const price = priceOf(provider, name, NO_TOKENS, now);
  const end = endingOf(rules, name);
  return {
    name,
    usd_per_million_input: price?.usd_per_million_input ?? null,
    usd_per_million_output: price?.usd_per_million_output ?? null,
    context_window,
    ends_on: end?.endsOn ?? null,
    successor: end?.successor ?? null,
  };
}
