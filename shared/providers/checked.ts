/** The reasons for which a provider can refuse a key. */
const REFUSALS = [
  "key_rejected",
  "no_credit",
  "model_unavailable",
  "lacks_rights",
  "address_blocked",
  "service_disabled",
  "account_suspended",
  "verification_needed",
] as const;
export type KeyRefusal = (typeof REFUSALS)[number];

/**
 * The result of a check. `unverified`: the provider gave no clear answer (down, too busy, too slow), which does not
 * count against the key.
 */
export type CheckResult = "active" | "unverified" | KeyRefusal;

export function isRefusal(value: string): value is KeyRefusal {
  return REFUSALS.some((each) => each === value);
}
