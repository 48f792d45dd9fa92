/**
 * Tokens as the provider reports them. `cached` and `cacheWritten` are parts of `input`, and some providers charge
 * more for `cacheWritten`. `reasoning` is part of `output`.
 */
export type Tokens = { input: number; output: number; cached: number; cacheWritten?: number; reasoning: number };

/** Why a token count is not exact. It is stored with the count, so that nobody takes the count for exact. */
export type UsageDoubt =
  /** Not reported, or not a number. */
  | "unknown"
  /** The reported counts were impossible and were reduced to possible ones. */
  | "clamped"
  /** The connection broke before the provider's final count, so more may be charged. */
  | "partial";

/** The tokens that a provider reports for one answer. Null means unknown, which is not 0. */
export type ReportedTokens = Omit<Tokens, "input" | "output"> & {
  input: number | null;
  output: number | null;
  doubt?: UsageDoubt;
};
