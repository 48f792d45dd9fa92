import type { ErrorCode, LatchkeyError } from "../errors.ts";
import type { KeyRefusal } from "./checked.ts";

/** The states that a failed call can set on a stored key. */
export type KeyFault = "rejected" | Exclude<KeyRefusal, "key_rejected">;

/** Who can fix the cause. `nobody`: it ends by itself, or the mail is the cause. */
type Who = "owner, at the provider" | "owner, here" | "operator" | "nobody";

type Handling = {
  /** Whether the provider charges for the call. `maybe`: nobody can know whether the model did its work. */
  charged: "no" | "maybe" | "yes";
  /** The state of the stored key afterwards. */
  marks?: KeyFault;
  /** When the agent's fallback is asked instead; never after a call that may have been charged. */
  fallback?: "at once" | "past patience";
  /** The provider, or the connection to it, is down. The owner is notified if this lasts an hour. */
  outage?: true;
  acts: Who;
};

/**
 * What each failure of a provider's call means for the mail. errors.ts says whether the call is retried and what the
 * owner reads. docs/failures.md shows this table, and a test compares the two.
 */
export const HANDLING = {
  key_rejected: { charged: "no", marks: "rejected", acts: "owner, here" },
  no_credit: { charged: "no", marks: "no_credit", acts: "owner, at the provider" },
  model_unavailable: { charged: "no", marks: "model_unavailable", fallback: "at once", acts: "owner, here" },
  lacks_rights: { charged: "no", marks: "lacks_rights", acts: "owner, at the provider" },
  address_blocked: { charged: "no", marks: "address_blocked", acts: "owner, at the provider" },
  service_disabled: { charged: "no", marks: "service_disabled", acts: "owner, at the provider" },
  account_suspended: { charged: "no", marks: "account_suspended", acts: "owner, at the provider" },
  // It concerns one model, so the fallback can answer, as with an unavailable model.
  verification_needed: {
    charged: "no",
    marks: "verification_needed",
    fallback: "at once",
    acts: "owner, at the provider",
  },
  rate_limited: { charged: "no", fallback: "past patience", acts: "nobody" },
  provider_down: { charged: "no", fallback: "at once", outage: true, acts: "nobody" },
  place_blocked: { charged: "no", fallback: "at once", outage: true, acts: "operator" },
  timeout: { charged: "maybe", outage: true, acts: "nobody" },
  connection_lost: { charged: "maybe", outage: true, acts: "nobody" },
  too_long: { charged: "no", acts: "nobody" },
  bad_call: { charged: "no", acts: "owner, here" },
  // These usually follow a 200, so the model has done its work.
  refused: { charged: "yes", acts: "nobody" },
  bad_answer: { charged: "yes", acts: "nobody" },
} as const satisfies Partial<Record<ErrorCode, Handling>>;

export type ProviderFailure = keyof typeof HANDLING;

/** The key is useless until the cause is fixed. It is not used again for an hour, and its owner is notified by mail. */
const HALTS = [
  "key_rejected",
  "no_credit",
  "lacks_rights",
  "address_blocked",
  "service_disabled",
  "account_suspended",
] as const satisfies readonly ProviderFailure[];
type Halting = (typeof HALTS)[number];
/** The states of a key with one of these failures. */
export type HaltedStatus = (typeof HANDLING)[Halting]["marks"];

/** A rate limit ends by itself, usually within a minute. After either of these limits the fallback is asked. */
export const PATIENCE = {
  /** Failed tries, about two minutes in total. */
  tries: 3,
  /** The wait that the provider asks for. */
  seconds: 120,
} as const;

/** Undefined for an error that does not come from a provider's call. */
export function handlingOf({ code }: Pick<LatchkeyError, "code">): Handling | undefined {
  return isProviderFailure(code) ? HANDLING[code] : undefined;
}

function isProviderFailure(code: ErrorCode): code is ProviderFailure {
  return Object.hasOwn(HANDLING, code);
}

/** The error that a call with a key in this state would have; undefined if a call may succeed. */
export function haltingFailure(status: string): Halting | undefined {
  return HALTS.find((code) => HANDLING[code].marks === status);
}

export function isHaltedStatus(status: string): status is HaltedStatus {
  return haltingFailure(status) !== undefined;
}

/** True if the fallback should be asked now. @param attempts failed tries of the mail so far */
export function shouldAskFallback(error: LatchkeyError, attempts: number): boolean {
  const when = handlingOf(error)?.fallback;
  if (when !== "past patience") return when === "at once";
  return attempts >= PATIENCE.tries || (error.retryAfter ?? 0) > PATIENCE.seconds;
}
