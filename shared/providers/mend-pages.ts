import type { Mark } from "./handling.ts";
import type { ProviderRow } from "./row.ts";

/** Where at the provider what put a key into this state is mended. */
export function mendPages({ pages: { keys, billing, mend } }: ProviderRow): Record<Mark, string> {
  return {
    rejected: keys,
    no_credit: billing,
    model_unavailable: keys,
    lacks_rights: keys,
    address_blocked: keys,
    service_disabled: keys,
    account_suspended: keys,
    verification_needed: keys,
    ...mend,
  };
}
