import type { KeyState, SealedKey } from "../../shared/ai-configs/config-store.ts";
import { fingerprint, mask } from "../../shared/ai-configs/mask.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import { checkKey } from "../../shared/providers/check-key.ts";
import { isRefusal, type KeyRefusal } from "../../shared/providers/checked.ts";
import { HANDLING } from "../../shared/providers/handling.ts";
import { loadProvider } from "../../shared/providers/load.ts";
import { mendPages } from "../../shared/providers/mend-pages.ts";
import { type Provider, providerOf } from "../../shared/providers/registry.ts";
import { Secret } from "../../shared/secret.ts";
import type { Deps } from "./deps.ts";

/** A key in a request. `verify` says whether to check it with its provider. */
export type KeyIn = { owner: string; provider: Provider; apiKey: string; model: string; verify: boolean };

/** The sealed key and the result of its check. */
export type TakenKey = SealedKey & Partial<KeyState>;

/**
 * Takes a key out of a request: checks it with its provider and seals it.
 * @throws LatchkeyError `too_many_requests`, or a KeyRefusal as the provider answered
 */
export async function takeIn({ owner, provider, apiKey, model, verify }: KeyIn, deps: Deps): Promise<TakenKey> {
  await countCheck(owner, deps);
  const key = new Secret(apiKey);
  const state = verify ? await ask(provider, key, model, deps.now) : {};
  const ciphertext = await deps.sealer.seal(owner, provider, key);
  return { ciphertext, mask: mask(apiKey), key_fingerprint: fingerprint(apiKey), ...state };
}

/**
 * Counts every new key and every change of the model, whatever its result. @throws LatchkeyError `too_many_requests`
 */
export async function countCheck(owner: string, { checks, now }: Deps): Promise<void> {
  const retryAfter = await checks.take(owner, now());
  if (retryAfter !== undefined) throw new LatchkeyError("too_many_requests", { retryAfter });
}

/** The sentence of the error code, with the provider's page where the problem can be fixed. */
function refused(provider: Provider, code: KeyRefusal): LatchkeyError {
  const { marks, acts } = HANDLING[code];
  if (acts !== "owner, at the provider") return new LatchkeyError(code);
  const { message } = new LatchkeyError(code);
  return new LatchkeyError(code, { detail: `${message} ${mendPages(providerOf(provider))[marks]}` });
}

async function ask(provider: Provider, key: Secret, model: string, now: Deps["now"]): Promise<KeyState> {
  const { said, learnt } = await checkKey(await loadProvider(provider), { key, model });
  if (isRefusal(said)) throw refused(provider, said);
  const { endsOn, models } = learnt;
  const known = { ...(endsOn && { model_ends_on: endsOn }), ...(models && { key_models: models }) };
  return { status: said, checked_at: now().toISOString(), ...known };
}
