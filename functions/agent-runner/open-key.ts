import type { Config } from "../../shared/ai-configs/config.ts";
import { isNamed } from "../../shared/errors.ts";
import type { Secret } from "../../shared/secret.ts";
import type { Deps } from "./deps.ts";

/** Undefined for a ciphertext that was not sealed for this owner and provider: waiting will not mend it. */
export async function openKey(
  { user_id, provider, ciphertext }: Config,
  { keys }: Pick<Deps, "keys">,
): Promise<Secret | undefined> {
  try {
    return await keys.open(user_id, provider, ciphertext);
  } catch (error) {
    if (isNamed(error, "InvalidCiphertextException")) return undefined;
    throw error;
  }
}
