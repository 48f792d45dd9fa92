import { LatchkeyError } from "../../../shared/errors.ts";
import { loadAdapter, type ProviderAnswer, type ProviderCall } from "../../../shared/providers/provider.ts";
import { PROVIDERS, type Provider } from "../../../shared/providers/registry.ts";
import { Secret } from "../../../shared/secret.ts";

export { PROVIDERS, type Provider };

export const KEYS: Record<Provider, string> = {
  openai: "sk-proj-canary-0123456789abcdef",
  gemini: "AIza-canary-0123456789abcdef",
  anthropic: "sk-ant-canary-0123456789abcdef",
};

export const MODELS: Record<Provider, string> = {
  openai: "gpt-4",
  gemini: "gemini-2.5-flash",
  anthropic: "claude-sonnet-4-5",
};

/** A call with the founding defaults (temperature 0.7, 500 tokens). */
export function callTo(provider: Provider, changes: Partial<ProviderCall> = {}): ProviderCall {
  return {
    key: new Secret(KEYS[provider]),
    model: MODELS[provider],
    system: "You answer mail.",
    turns: [{ role: "user", text: "hello" }],
    temperature: 0.7,
    maxTokens: 500,
    signal: AbortSignal.timeout(10_000),
    ...changes,
  };
}

export async function ask(provider: Provider, changes: Partial<ProviderCall> = {}): Promise<ProviderAnswer> {
  const adapter = await loadAdapter(provider);
  return adapter(callTo(provider, changes));
}

/** The error of a call that must fail. */
export async function failure(provider: Provider, changes: Partial<ProviderCall> = {}): Promise<LatchkeyError> {
  try {
    await ask(provider, changes);
  } catch (error) {
    if (error instanceof LatchkeyError) return error;
    throw error;
  }
  throw new Error("The call was answered.");
}
