import type { ConfigSettings, SealedKey } from "../../shared/ai-configs/config-store.ts";
import { fingerprint, mask } from "../../shared/ai-configs/mask.ts";

/** What a row is saved with; the ciphertext is only recognisable, not sealed. */
export function sealedConfig(key: string, settings: Partial<ConfigSettings> = {}): SealedKey & ConfigSettings {
  return {
    ciphertext: new TextEncoder().encode(`sealed ${key}`),
    mask: mask(key),
    key_fingerprint: fingerprint(key),
    model_name: "gpt-4",
    temperature: 0.7,
    max_tokens: 500,
    ...settings,
  };
}
