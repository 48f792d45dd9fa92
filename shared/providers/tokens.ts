/**
 * Tokens as the provider reports them. `cached` is part of `input`, and so is `cacheWritten`, which some providers charge
 * more for; `reasoning` is part of `output`.
 */
export type Tokens = { input: number; output: number; cached: number; cacheWritten?: number; reasoning: number };
