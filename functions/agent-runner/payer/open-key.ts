import type { Config } from "../../../shared/ai-configs/config.ts";
import type { KeyOpener } from "../../../shared/ai-configs/vault.ts";
import { isNamed } from "../../../shared/errors.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Secret } from "../../../shared/secret.ts";
import { hold, type Stop } from "../stop/stop.ts";
import type { Chosen, Payer } from "./choose-payer.ts";

type Uses = { keys: KeyOpener };

/** Opens the key that pays. */
export async function openPayer(
  { chosen, read }: { chosen: Chosen; read: Read },
  deps: Uses,
): Promise<{ payer: Payer } | Stop> {
  if (chosen.paidBy === "platform") return { payer: chosen };
  const key = await openKey(chosen.config, deps);
  return key === undefined ? hold("key_unreadable", read) : { payer: { ...chosen, key } };
}

/** Undefined if the ciphertext was not sealed for this owner and provider. Waiting would not help. */
export async function openKey({ user_id, provider, ciphertext }: Config, { keys }: Uses): Promise<Secret | undefined> {
  try {
    return await keys.open(user_id, provider, ciphertext);
  } catch (error) {
    if (isNamed(error, "InvalidCiphertextException")) return undefined;
    throw error;
  }
}
