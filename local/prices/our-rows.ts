import { loadProvider } from "../../shared/providers/load.ts";
import { modelsOf } from "../../shared/providers/model-list.ts";
import { endingOf } from "../../shared/providers/models.ts";
import { priceOf } from "../../shared/providers/price.ts";
import { PROVIDERS, type Provider } from "../../shared/providers/registry.ts";
import type { OurRow, Row } from "./compare.ts";

const NO_TOKENS = { input: 0, output: 0, cached: 0, reasoning: 0 };

/** Our facts about every model that we offer, and about every model that the other list names. */
export async function ourRows(theirs: readonly Row[], now: Date): Promise<OurRow[]> {
  const rows = await Promise.all(PROVIDERS.map((provider) => rowsOf(provider, theirs, now)));
  return rows.flat();
}

async function rowsOf(provider: Provider, theirs: readonly Row[], now: Date): Promise<OurRow[]> {
  const { models: rules } = await loadProvider(provider);
  const offered = new Set((await modelsOf(provider, now)).models.map(({ name }) => name));
  const named = theirs.filter((row) => row.provider === provider).map(({ name }) => name);
  return [...new Set([...offered, ...named])].flatMap((name) => {
    // A fine-tuned model's own name follows its base model: ft:gpt-4o-2024-08-06:org::id
    const price = priceOf(provider, name.startsWith("ft:") ? `${name}:org::id` : name, NO_TOKENS, now);
    if (price === null) return [];
    const { usd_per_million_input: input, usd_per_million_cached: cached, usd_per_million_output: output } = price;
    const endsOn = endingOf(rules, name)?.endsOn;
    return [{ provider, name, input, output, cached, endsOn, offered: offered.has(name) }];
  });
}
