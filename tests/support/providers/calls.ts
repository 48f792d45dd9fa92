import { LatchkeyError } from "../../../shared/errors.ts";
import type { ProviderAnswer, ProviderCall } from "../../../shared/providers/api.ts";
import { askProvider as askLoaded } from "../../../shared/providers/ask.ts";
import { loadProvider } from "../../../shared/providers/load.ts";
import { PROVIDERS, type Provider, providerOf } from "../../../shared/providers/registry.ts";
import { Secret } from "../../../shared/secret.ts";

export { PROVIDERS, type Provider };

/** A key of the provider's own form that no stub knows, to be searched for. */
export function keyFor(provider: Provider): string {
  return providerOf(provider).key.demo.replace("-demo-", "-canary-");
}

export function modelFor(provider: Provider): string {
  return providerOf(provider).defaultModel;
}

/** A call with the founding defaults (temperature 0.7, 500 tokens). */
export function callTo(provider: Provider, changes: Partial<ProviderCall> = {}): ProviderCall {
  return {
    key: new Secret(keyFor(provider)),
    model: modelFor(provider),
    system: "You answer mail.",
    turns: [{ role: "user", text: "hello" }],
    temperature: 0.7,
    maxTokens: 500,
    signal: AbortSignal.timeout(10_000),
    ...changes,
  };
}

export async function ask(provider: Provider, changes: Partial<ProviderCall> = {}): Promise<ProviderAnswer> {
  return askLoaded(await loadProvider(provider), callTo(provider, changes));
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
