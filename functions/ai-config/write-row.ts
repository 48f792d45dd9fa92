import type * as z from "zod/mini";
import type { Config } from "../../shared/ai-configs/config.ts";
import type { ConfigSettings, PriceChange } from "../../shared/ai-configs/config-store.ts";
import { findSettingFaults } from "../../shared/ai-configs/find-setting-faults.ts";
import { explainForeignKey } from "../../shared/ai-configs/key-shape.ts";
import type { patchConfigBody } from "../../shared/api/ai-config-schemas.ts";
import type { Changes } from "../../shared/aws/set-expression.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import { loadProvider } from "../../shared/providers/load.ts";
import type { Provider } from "../../shared/providers/registry.ts";
import type { Deps } from "./deps.ts";
import { countCheck, type TakenKey, takeIn } from "./key-in.ts";

const NO_TOKENS = { input: 0, output: 0, cached: 0, reasoning: 0 };

/** The values that a request gives to a row. */
export type Wanted = {
  owner: string;
  provider: Provider;
  /** All settings, as the row will hold them. */
  settings: ConfigSettings;
  /** The settings to write. A patch leaves the others alone, since another request may write them at the same time. */
  changes: Changes<ConfigSettings>;
  /** The price for the row's model. Undefined leaves the stored price. */
  ownerPrice: GivenPrice | undefined;
  /** An empty string keeps the stored key. */
  apiKey: string;
  /** Whether to check the key with its provider. */
  verify: boolean;
  /** Whether to create the row if it does not exist. */
  create: boolean;
};
/** Statuses that a change of the model may resolve. A provider may also refuse permission because of the model. */
const OF_THE_MODEL: ReadonlySet<string | undefined> = new Set([
  "model_unavailable",
  "verification_needed",
  "lacks_rights",
]);
type GivenPrice = z.infer<typeof patchConfigBody>["ownerPrice"];
/** The stored key stays, but its known status may be outdated. */
type NoKey = { status?: "unverified" };
type Written = { config: Config; created: boolean };

/**
 * Writes a new row or changes `stored`, and requeues the mails that were held for lack of it.
 * @throws LatchkeyError `invalid_request` for settings that the provider would always refuse; `too_many_requests`; the
 * provider's refusal of a new key; `not_found` when the row was deleted meanwhile
 */
export async function writeRow(wanted: Wanted, stored: Config | undefined, deps: Deps): Promise<Written> {
  const { owner, provider, settings, apiKey, verify } = wanted;
  await refuseFaults(wanted, stored, deps.now());
  const key =
    apiKey === "" ? undefined : await takeIn({ owner, provider, apiKey, model: settings.model_name, verify }, deps);
  const isOtherModel = settings.model_name !== stored?.model_name;
  // A change of the model sends a job as a new key does, so the same limit applies.
  const isPriced = wanted.ownerPrice !== undefined && wanted.ownerPrice !== null;
  if (key === undefined && (isOtherModel || isPriced)) await countCheck(owner, deps);
  const wasModel = isOtherModel && OF_THE_MODEL.has(stored?.status);
  const written = await write(wanted, key ?? (wasModel ? { status: "unverified" } : {}), deps);
  if (key || isPriced) await deps.jobs.requeueHeld(owner);
  // The API cannot open the stored key to check it with another model. The runner checks it and then requeues the held
  // mails.
  if (!key && isOtherModel && verify) await deps.jobs.verifyKey(owner, provider);
  else if (stored && !isSame(settings, stored)) await deps.jobs.requeueHeld(owner, { resolved: "settings" });
  return written;
}

async function refuseFaults(wanted: Wanted, stored: Config | undefined, now: Date): Promise<void> {
  const { provider, settings, apiKey } = wanted;
  const unasked = stored !== undefined && apiKey === "" && isSame(settings, stored);
  const fields = unasked ? [] : findSettingFaults(await loadProvider(provider), settings);
  const known = await listedPrice(wanted, now);
  if (known) fields.push({ field: "ownerPrice", message: `The price of this model is known: it is ${known}` });
  const keyFault = apiKey === "" ? stored === undefined && "No key is stored yet" : explainForeignKey(provider, apiKey);
  if (keyFault) fields.unshift({ field: "apiKey", message: keyFault });
  if (fields.length > 0) throw new LatchkeyError("invalid_request", { fields });
}

/**
 * Names the list that has the model's price, if the owner gives one. The list takes precedence, so the owner's price
 * would never apply.
 */
async function listedPrice({ provider, settings, ownerPrice }: Wanted, now: Date): Promise<string | undefined> {
  if (!ownerPrice) return undefined;
  const { priceOf } = await import("../../shared/providers/price.ts");
  const price = priceOf(provider, settings.model_name, NO_TOKENS, now);
  return price ? `that of ${price.priced_as} in ${price.source}` : undefined;
}

/** A price is stored with the model that it was given for. */
function priceChange({ settings: { model_name: model }, ownerPrice }: Wanted): PriceChange {
  if (!ownerPrice) return { owner_price: ownerPrice };
  const { usdPerMillionInput, usdPerMillionCached, usdPerMillionOutput } = ownerPrice;
  return {
    owner_price: {
      model,
      usd_per_million_input: usdPerMillionInput,
      ...(usdPerMillionCached !== undefined && { usd_per_million_cached: usdPerMillionCached }),
      usd_per_million_output: usdPerMillionOutput,
    },
  };
}

/** A row may be older than a rule. The rule must not stop a change to another setting. */
function isSame(a: ConfigSettings, b: ConfigSettings): boolean {
  return a.model_name === b.model_name && a.temperature === b.temperature && a.max_tokens === b.max_tokens;
}

async function write(wanted: Wanted, key: TakenKey | NoKey, deps: Deps) {
  const { owner, provider, settings, changes, create } = wanted;
  const price = priceChange(wanted);
  if (create && "ciphertext" in key) {
    return deps.configs.save(owner, provider, { ...settings, ...key, ...price }, deps.now());
  }
  const config = await deps.configs.patch(owner, provider, { ...changes, ...key, ...price }, deps.now());
  if (config === undefined) throw new LatchkeyError("not_found");
  return { config, created: false };
}
