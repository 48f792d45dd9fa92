import type { Config } from "../../shared/ai-configs/config.ts";
import { modelEnd } from "../../shared/ai-configs/model-end.ts";
import { warningsFor } from "../../shared/ai-configs/warnings.ts";
import { ownerPriceFor } from "../../shared/providers/owner-price.ts";

/** The row as the API returns it. It leaves out the ciphertext, and the key's models have a route of their own. */
export async function toApiRow(config: Config, is_default: boolean) {
  const { ciphertext: _, first_saved_at: __, key_models: ___, mask: api_key, ...row } = config;
  const end = await modelEnd(config);
  return {
    ...row,
    api_key,
    is_default,
    model_ends_on: end?.endsOn ?? null,
    model_successor: end?.successor ?? null,
    warnings: warningsFor(row),
    owner_price: ownerPriceFor(row.owner_price, row.model_name) ?? null,
    last_used_at: row.last_used_at ?? null,
    checked_at: row.checked_at ?? null,
  };
}
