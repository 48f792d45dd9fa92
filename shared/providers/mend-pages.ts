import type { KeyFault } from "./handling.ts";
import type { ProviderRow } from "./row.ts";

/** The provider's pages on which an owner can fix each state of a key. */
export function mendPages({ pages: { keys, billing, mend } }: ProviderRow): Record<KeyFault, string> {
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
