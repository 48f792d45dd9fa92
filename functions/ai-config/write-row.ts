import type { Config } from "../../shared/ai-configs/config.ts";
import type { ConfigSettings } from "../../shared/ai-configs/config-store.ts";
import { foreignKey } from "../../shared/ai-configs/key-shape.ts";
import { settingsAtFault } from "../../shared/ai-configs/settings-at-fault.ts";
import type { Changes } from "../../shared/aws/set-expression.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import { loadProvider } from "../../shared/providers/load.ts";
import type { Provider } from "../../shared/providers/registry.ts";
import type { Deps } from "./deps.ts";
import { countCheck, type TakenKey, takeIn } from "./key-in.ts";

/** What a request makes of a row. */
export type Wanted = {
  owner: string;
  provider: Provider;
  /** As the row will have them. */
  settings: ConfigSettings;
  /** Those that are written: what a patch does not name may be written by another at the same time. */
  changes: Changes<ConfigSettings>;
  /** Empty: the stored key stays. */
  apiKey: string;
  /** Whether the provider is asked. */
  verify: boolean;
  /** Whether a row that is not there is made. */
  create: boolean;
};
/** The stored key stays; what is known of it may be over. */
type NoKey = { status?: "unverified" };
type Written = { config: Config; created: boolean };

/**
 * Writes a row, new or over `stored`, and puts back to work what was held for want of it.
 * @throws LatchkeyError `invalid_request` for what the provider would never take; `too_many_requests`; what it says of a
 *   new key; `not_found` when the row was deleted meanwhile
 */
export async function writeRow(wanted: Wanted, stored: Config | undefined, deps: Deps): Promise<Written> {
  const { owner, provider, settings, apiKey, verify } = wanted;
  await refuseFaults(wanted, stored);
  const key =
    apiKey === "" ? undefined : await takeIn({ owner, provider, apiKey, model: settings.model_name, verify }, deps);
  const isOtherModel = settings.model_name !== stored?.model_name;
  // Another model sends a job just as a key does: the same limit bounds how many.
  if (key === undefined && isOtherModel) await countCheck(owner, deps);
  const wasModel = isOtherModel && stored?.status === "model_unavailable";
  const written = await write(wanted, key ?? (wasModel ? { status: "unverified" } : {}), deps);
  if (key) await deps.jobs.release(owner);
  // Nobody here can open the stored key to ask about another model: the runner does, and then releases what was held.
  if (!key && isOtherModel && verify) await deps.jobs.verify(owner, provider);
  else if (stored && !isSame(settings, stored)) await deps.jobs.release(owner, { mended: "settings" });
  return written;
}

async function refuseFaults({ provider, settings, apiKey }: Wanted, stored: Config | undefined): Promise<void> {
  const unasked = stored !== undefined && apiKey === "" && isSame(settings, stored);
  const fields = unasked ? [] : settingsAtFault(await loadProvider(provider), settings);
  const keyFault = apiKey === "" ? stored === undefined && "No key is stored yet" : foreignKey(provider, apiKey);
  if (keyFault) fields.unshift({ field: "apiKey", message: keyFault });
  if (fields.length > 0) throw new LatchkeyError("invalid_request", { fields });
}

/** A row that was stored before a rule must not stand in the way of a change of something else. */
function isSame(a: ConfigSettings, b: ConfigSettings): boolean {
  return a.model_name === b.model_name && a.temperature === b.temperature && a.max_tokens === b.max_tokens;
}

async function write({ owner, provider, settings, changes, create }: Wanted, key: TakenKey | NoKey, deps: Deps) {
  if (create && "ciphertext" in key) return deps.configs.save(owner, provider, { ...settings, ...key }, new Date());
  const config = await deps.configs.patch(owner, provider, { ...changes, ...key }, new Date());
  if (config === undefined) throw new LatchkeyError("not_found");
  return { config, created: false };
}
