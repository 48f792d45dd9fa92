/**
 * Tokens as the provider reports them. `cached` is part of `input`, and so is `cacheWritten`, which some providers charge
 * more for; `reasoning` is part of `output`.
 */
export type Tokens = { input: number; output: number; cached: number; cacheWritten?: number; reasoning: number };

/** Why a count of tokens is not what the provider should have said: told beside it, so that nobody takes it for exact. */
export type UsageDoubt =
  /** Not reported, or in no form that is a count. */
  | "unknown"
  /** Impossible as reported, and cut to what is possible. */
  | "clamped"
  /** The connection ended before the provider's last count, so more may be charged. */
  | "partial";

/** What a provider reports of one answer. Null where it is not known, which is not 0. */
export type Reported = Omit<Tokens, "input" | "output"> & {
  input: number | null;
  output: number | null;
  doubt?: UsageDoubt;
};
