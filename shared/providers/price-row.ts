/** USD per million tokens. */
export type Rates = { input: number; cached?: number; cacheWrite?: number; output: number };

/** What the installed list lacks: newer models, and what it leaves out of a model. Each has its source beside it. */
export type OwnPrice = {
  id: string;
  /** Matched against the name in lower case. */
  models: RegExp;
  /** By the day that they begin on; the first holds from the beginning. */
  rates: Rates;
  from?: { day: string; rates: Rates };
  /** The whole call has these where its input is longer than that. */
  above?: { tokens: number; rates: Rates };
  contextWindow?: number;
};
