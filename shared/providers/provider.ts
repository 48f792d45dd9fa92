import type { Provider } from "../api/fields.ts";
import type { Secret } from "../secret.ts";

/** One turn of a conversation as every provider understands it. */
export type Turn = { role: "user" | "assistant"; text: string };

export type ProviderCall = {
  key: Secret;
  /** The provider's own name of the model, as the owner typed it. */
  model: string;
  system: string;
  /** At least one; the last is the user's. */
  turns: Turn[];
  /** 0 to 2; left out or cut where the model takes less. */
  temperature: number;
  /** Tokens of visible answer; reasoning headroom is added to it where the model reasons. */
  maxTokens: number;
  /** Aborts the call; the abort is reported as `timeout`. */
  signal: AbortSignal;
};

/**
 * Tokens as the provider reports them. `cached` is part of `input`, and so is `cacheWritten`, which some providers charge
 * more for; `reasoning` is part of `output`.
 */
export type Tokens = { input: number; output: number; cached: number; cacheWritten?: number; reasoning: number };

export type ProviderAnswer = {
  text: string;
  tokens: Tokens;
  /** `length` when the model stopped at the token limit: the text is real but cut. */
  stop: "end" | "length";
};

/**
 * Asks one provider once: no retry, no streaming, no tools.
 * @throws LatchkeyError with one of the provider codes of errors.ts, and never the provider's own text.
 */
export type ProviderAdapter = (call: ProviderCall) => Promise<ProviderAnswer>;

/** Loads only the chosen provider's SDK: the other two stay on disk. */
export async function loadAdapter(provider: Provider): Promise<ProviderAdapter> {
  switch (provider) {
    case "openai":
      return (await import("./openai.ts")).askOpenAI;
    case "gemini":
      return (await import("./gemini.ts")).askGemini;
    case "anthropic":
      return (await import("./anthropic.ts")).askAnthropic;
  }
}
