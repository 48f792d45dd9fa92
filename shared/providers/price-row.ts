/** USD per million tokens. */
export type Rates = { input: number; cached?: number; cacheWrite?: number; output: number };

/** Prices that the installed list lacks: newer models, and missing prices of known ones. Each row names its source. */
export type OwnPrice = {
  id: string;
  /** Matched against the model's name in lower case. */
  models: RegExp;
  /** These rates apply until the day of `from`, if there is one. */
  rates: Rates;
  from?: { day: string; rates: Rates };
  /** The whole call has these rates if its input is longer than that. */
  above?: { tokens: number; rates: Rates };
  contextWindow?: number;
};
