/** What answered, if the provider says so. It can be another model than the requested one. */
export type Served = {
  model?: string;
  /** The provider's name of the service tier (OpenAI, Anthropic). */
  tier?: string;
  /** The provider's name of the place where it worked. */
  geo?: string;
  /** The factor on the list's price for that place. */
  factor?: number;
};

/** Matches names, but no sentences and no key that a gateway repeats. */
const NAME = /^[\w.:/@-]{1,200}$/;

/** Keeps the values that are names and do not contain the key. */
export function checkServed({ model, tier, geo, factor }: UncheckedServed, key: string): Served {
  const kept = (name: string | undefined) => name !== undefined && NAME.test(name) && !name.includes(key);
  return {
    ...(model !== undefined && kept(model) && { model }),
    ...(tier !== undefined && kept(tier) && { tier }),
    ...(geo !== undefined && kept(geo) && { geo }),
    ...(factor !== undefined && { factor }),
  };
}

/** The same fields before that check. */
export type UncheckedServed = { [Name in keyof Served]?: Served[Name] | undefined };
