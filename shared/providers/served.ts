/** What really answered, where the provider says so: it may be another model than the one that was asked. */
export type Served = {
  model?: string;
  /** OpenAI's and Anthropic's service tier, in their word. */
  tier?: string;
  /** Where the provider worked, in its word. */
  geo?: string;
  /** What the list's price is multiplied with for that place. */
  factor?: number;
};

/** Names, and nothing that could be a sentence or a key that a gateway repeats. */
const NAME = /^[\w.:/@-]{1,200}$/;

/** Keeps what is a name and does not hold the key. */
export function servedBy({ model, tier, geo, factor }: Said, key: string): Served {
  const kept = (name: string | undefined) => name !== undefined && NAME.test(name) && !name.includes(key);
  return {
    ...(model !== undefined && kept(model) && { model }),
    ...(tier !== undefined && kept(tier) && { tier }),
    ...(geo !== undefined && kept(geo) && { geo }),
    ...(factor !== undefined && { factor }),
  };
}

/** The same as it was read. */
export type Said = { [Name in keyof Served]?: Served[Name] | undefined };
