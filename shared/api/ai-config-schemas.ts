import * as z from "zod/mini";
import { configStatus } from "../ai-configs/config.ts";
import { isKey } from "../ai-configs/explain-not-key.ts";
import { readKey } from "../ai-configs/read-key.ts";
import { ownerPrice } from "../providers/owner-price.ts";
import { provider } from "../providers/provider.ts";
import { oneLine, timestamp } from "./fields.ts";

/**
 * Printable ASCII without spaces; no provider's key is nearly 512 characters long. An empty key means the stored one,
 * because a form with a masked key sends its field empty. Text that was pasted around a key is removed first.
 */
const apiKey = z.string().check(
  isKey,
  z.overwrite(readKey),
  z.refine((key) => key === "" || key.length >= 8, "must have 8 characters or more"),
  z.maxLength(512),
  z.regex(/^[\x21-\x7e]*$/, "must be a key: letters, digits and signs without spaces"),
);
const temperature = z.number().check(z.gte(0), z.lte(2));
const maxTokens = z.number().check(z.int(), z.gte(1), z.lte(128_000));

/** Above every list price, and far below a price that was entered in the wrong unit. */
const usdPerMillionIn = z.number().check(z.gte(0), z.lte(10_000));
/**
 * The price that you pay for the model, in USD per million tokens, if no price list has it. Without a price, a budget
 * holds its mails as `price_unknown`. It applies only to this model. Null removes it.
 */
const givenPrice = z.nullable(
  z.strictObject({
    usdPerMillionInput: usdPerMillionIn,
    /** If omitted, cached input costs the same as other input. */
    usdPerMillionCached: z.optional(usdPerMillionIn),
    usdPerMillionOutput: usdPerMillionIn,
  }),
);

export const saveConfigBody = z.strictObject({
  provider,
  /** May be omitted if a key of this provider is stored, which then stays. */
  apiKey: z._default(apiKey, ""),
  /** If omitted, the model of the stored row, or else the provider's default model. */
  modelName: z.optional(oneLine(100)),
  temperature: z._default(temperature, 0.7),
  maxTokens: z._default(maxTokens, 500),
  /** If omitted, the stored value stays. */
  ownerPrice: z.optional(givenPrice),
  isDefault: z._default(z.boolean(), false),
});

export const patchConfigBody = z.strictObject({
  apiKey: z.optional(apiKey),
  modelName: z.optional(oneLine(100)),
  temperature: z.optional(temperature),
  maxTokens: z.optional(maxTokens),
  ownerPrice: z.optional(givenPrice),
  isDefault: z.optional(z.boolean()),
});

/** `false` stores the key without a check at the provider. */
export const saveConfigQuery = z.strictObject({ verify: z._default(z.enum(["true", "false"]), "true") });

export const configRow = z.object({
  id: z.string(),
  user_id: z.string(),
  provider,
  /** The mask: at most the first 10 characters, at most a third of the key, and `...`. */
  api_key: z.string(),
  key_fingerprint: z.string(),
  model_name: z.string(),
  temperature: z.number(),
  max_tokens: z.number(),
  /**
   * The day (UTC) on which the provider ends the model, as it reported at the last check or, otherwise, as it has
   * published. Null if no end is known.
   */
  model_ends_on: z.nullable(z.string()),
  /** The provider's recommended successor of a model that ends; null if none is known. */
  model_successor: z.nullable(z.string()),
  /**
   * The owner's price for the row's model, used while no price list has the model. A price for another model is stored
   * but not shown.
   */
  owner_price: z.nullable(ownerPrice),
  is_default: z.boolean(),
  status: configStatus,
  created_at: timestamp,
  updated_at: timestamp,
  last_used_at: z.nullable(timestamp),
  /** When the provider was last asked about the key, by a check or by a mail. */
  checked_at: z.nullable(timestamp),
  /** Sentences about accepted settings that may not do what their owner expects. */
  warnings: z.array(z.string()),
});

/** The default row's fields at the top, as the first clients expect them, and every row under `configs`. */
export const configList = z.extend(z.partial(configRow), { configs: z.array(configRow) });

export const providerParams = z.strictObject({ provider });

export const modelsQuery = z.strictObject({ provider });

/** Null if the price is not listed. */
const usdPerMillion = z.nullable(z.number());
/** Models of a provider that can answer mails: those that the stored key may use, else those of the price lists. */
export const modelList = z.object({
  provider,
  /** What a key is stored with where its owner names no model. */
  default_model: z.string(),
  /**
   * `key`: the models that your stored key may use, as the provider reported at the last check. `list`: the models of
   * the price lists.
   */
  known_from: z.enum(["key", "list"]),
  models: z.array(
    z.object({
      name: z.string(),
      usd_per_million_input: usdPerMillion,
      usd_per_million_output: usdPerMillion,
      /** In tokens; null if the list does not have it. */
      context_window: z.nullable(z.number()),
      /** The day (UTC) on which the provider ends it; null if no end is known. */
      ends_on: z.nullable(z.string()),
      successor: z.nullable(z.string()),
    }),
  ),
});

/** Every provider whose keys can be stored, in the order in which they are shown. */
export const providerList = z.object({
  providers: z.array(
    z.object({
      id: provider,
      name: z.string(),
      keys_page: z.url(),
      billing_page: z.url(),
      /** The page at the provider where the cause is resolved, by the key's status. */
      mend_pages: z.record(z.string(), z.url()),
      /** A hint in an empty field. */
      key_looks_like: z.string(),
      /** On one machine, a stub answers calls with this key at no cost. A deployment refuses it like any wrong key. */
      demo_key: z.string(),
      /** What a key is stored with where its owner names no model. */
      default_model: z.string(),
    }),
  ),
});

/** The id of the row, whose `status` and `checked_at` show the result of the check. */
export const verifyStarted = z.object({ id: z.string() });
