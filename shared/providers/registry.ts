import { anthropic } from "./anthropic/index.ts";
import { gemini } from "./gemini/index.ts";
import { openai } from "./openai/index.ts";
import type { ProviderRow } from "./row.ts";

/** All providers, in the order in which people see them. docs/examples/provider.md shows how to add one. */
export const REGISTRY = [openai, gemini, anthropic] as const;

export type Provider = (typeof REGISTRY)[number]["id"];

export const PROVIDERS: readonly Provider[] = REGISTRY.map(({ id }) => id);

const ROWS: ReadonlyMap<Provider, ProviderRow> = new Map(REGISTRY.map((row) => [row.id, row]));

export function providerOf(provider: Provider): ProviderRow {
  const row = ROWS.get(provider);
  if (row === undefined) throw new Error(`There is no provider ${provider}.`);
  return row;
}

/** All providers as a phrase: "OpenAI, Google Gemini or Anthropic". */
export function joinProviders(say: (row: ProviderRow) => string = ({ name }) => name): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(REGISTRY.map(say));
}
