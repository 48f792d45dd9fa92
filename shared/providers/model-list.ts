import { findProvider } from "@pydantic/genai-prices";
import type { Provider } from "../api/fields.ts";
import { canChat, providerOfModel } from "./model-names.ts";
import { LIST_NAMES, priceOf } from "./price.ts";

export type ListedModel = {
  name: string;
  usd_per_million_input: number;
  usd_per_million_output: number;
  /** Tokens; null where the list does not say. */
  context_window: number | null;
};

/** What the list has beside models that a key can be used with now: retired ones, other spellings, and open weights. */
const NOT_OFFERED: Record<Provider, RegExp> = {
  openai:
    /:|^gpt-oss|^gpt-3\.5-0301|^gpt-3\.5-turbo-(0613|16k)|^gpt-4(-32k|-vision|\.5)|^o1-(mini|preview)|search-preview/,
  gemini: /^gemma|1\.[05]|^gemini-pro$|^gemini-2\.0-|preview-\d/,
  anthropic: /^claude-(v?\d|instant)/,
};

const NO_TOKENS = { input: 0, output: 0, cached: 0, reasoning: 0 };

/** The models of a provider that can answer mails, with the price of a short one. An owner may name any other too. */
export function modelsOf(provider: Provider, now: Date): ListedModel[] {
  const listed = findProvider({ providerId: LIST_NAMES[provider] })?.models ?? [];
  return listed.flatMap(({ id, deprecated, context_window = null }) => {
    const offered = !deprecated && !NOT_OFFERED[provider].test(id) && canChat(provider, id);
    if (!offered || providerOfModel(id) !== provider) return [];
    const price = priceOf(provider, id, NO_TOKENS, now);
    if (price === null) return [];
    const { usd_per_million_input, usd_per_million_output } = price;
    return [{ name: id, usd_per_million_input, usd_per_million_output, context_window }];
  });
}
