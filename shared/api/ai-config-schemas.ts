import * as z from "zod/mini";
import { oneLine, provider, timestamp } from "./fields.ts";

/** Printable ASCII without spaces. No provider's key comes near 512 characters. */
const apiKey = z
  .string()
  .check(z.trim(), z.minLength(8), z.maxLength(512), z.regex(/^[\x21-\x7e]+$/, "must be a key without spaces"));
const temperature = z.number().check(z.gte(0), z.lte(2));
const maxTokens = z.number().check(z.int(), z.gte(1), z.lte(128_000));

export const saveConfigBody = z.strictObject({
  provider,
  apiKey,
  modelName: oneLine(100),
  temperature: z._default(temperature, 0.7),
  maxTokens: z._default(maxTokens, 500),
  isDefault: z._default(z.boolean(), false),
});

export const patchConfigBody = z.strictObject({
  apiKey: z.optional(apiKey),
  modelName: z.optional(oneLine(100)),
  temperature: z.optional(temperature),
  maxTokens: z.optional(maxTokens),
  isDefault: z.optional(z.boolean()),
});

/** What the key was last seen to be: `unverified` until its first use. */
export const configStatus = z.enum(["unverified", "active", "rejected", "no_credit"]);

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
  is_default: z.boolean(),
  status: configStatus,
  created_at: timestamp,
  updated_at: timestamp,
  last_used_at: z.nullable(timestamp),
});

/** The default row's fields at the top, as the first clients expect them, and every row under `configs`. */
export const configList = z.extend(z.partial(configRow), { configs: z.array(configRow) });

export const providerParams = z.strictObject({ provider });
