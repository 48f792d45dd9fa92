/** What a key can be refused for. */
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

/** What a check ends with. `unverified`: no clear answer (down, too busy, too slow), so nothing is said against the key. */
export type Checked = "active" | "unverified" | KeyRefusal;

export function isRefusal(value: string): value is KeyRefusal {
  return REFUSALS.some((each) => each === value);
}
