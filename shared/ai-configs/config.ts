import * as z from "zod/mini";
import { ownerPrice } from "../providers/owner-price.ts";
import { provider } from "../providers/provider.ts";

/**
 * The provider's last statement about the key. `unverified`: it was not asked, or gave no clear answer.
 * `model_unavailable`: the key is good, but may not use the model. From `lacks_rights` on, the key is good too, but its
 * owner has to resolve something at the provider.
 */
export const configStatus = z.enum([
  "unverified",
  "active",
  "rejected",
  "no_credit",
  "model_unavailable",
  "lacks_rights",
  "address_blocked",
  "service_disabled",
  "account_suspended",
  "verification_needed",
]);

/** A stored row: one user's sealed key for one provider, with its settings. It does not contain the clear key. */
export const config = z.object({
  user_id: z.string(),
  provider,
  id: z.string(),
  ciphertext: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  /** The part of the key that may be shown. It is made once, when the key is stored. */
  mask: z.string(),
  key_fingerprint: z.string(),
  model_name: z.string(),
  temperature: z.number(),
  max_tokens: z.number(),
  status: configStatus,
  /** When this row first existed. A new key does not change it, so replacing a key does not move the default. */
  first_saved_at: z.string(),
  /** When the key in this row was stored. Together with the fingerprint it tells a new key from the previous one. */
  created_at: z.string(),
  updated_at: z.string(),
  /** When a mail last used the key. */
  last_used_at: z.optional(z.string()),
  /** When the provider was last asked about the key, by a check or by a mail. */
  checked_at: z.optional(z.string()),
  /**
   * The provider was down when the key was last used: since when, until when nobody may ask, and the failed tries in a
   * row.
   */
  down_since: z.optional(z.string()),
  down_until: z.optional(z.string()),
  down_tries: z.optional(z.number()),
  /** The code of errors.ts with which the last call failed. */
  down_code: z.optional(z.string()),
  /** The price that the owner gave for a model. */
  owner_price: z.optional(ownerPrice),
  /** The day on which `model_name` ends, as the provider reported when it was last asked. */
  model_ends_on: z.optional(z.string()),
  /**
   * The models that this key may use, as the provider listed them: newest first if it gives dates, and at most
   * MOST_MODELS.
   */
  key_models: z.optional(z.array(z.string())),
});
export type Config = z.infer<typeof config>;
