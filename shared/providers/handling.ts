import type { ErrorCode, LatchkeyError } from "../errors.ts";
import type { KeyRefusal } from "./checked.ts";

/** The states of a stored key that a failed call can put it into. */
export type Mark = "rejected" | Exclude<KeyRefusal, "key_rejected">;

/** Who can take the cause away. Nobody: it goes by itself, or lies in the mail. */
type Who = "owner, at the provider" | "owner, here" | "operator" | "nobody";

type Handling = {
  /** Whether the provider charges for the call: `maybe` where nobody can say whether it was done. */
  charged: "no" | "maybe" | "yes";
  /** What the stored key is from then on. */
  marks?: Mark;
  /** When the agent's fallback is asked in its place; never after a call that may have been charged. */
  fallback?: "at once" | "past patience";
  /** The provider, or the way to it, is down: its owner is told when that goes on for an hour. */
  outage?: true;
  acts: Who;
};

/**
 * What each failure of a provider's call means for the mail, beside what errors.ts says of it: whether it is tried again,
 * and what the owner reads. docs/failures.md is this table, and a test keeps it so.
 */
export const HANDLING = {
  key_rejected: { charged: "no", marks: "rejected", acts: "owner, here" },
  no_credit: { charged: "no", marks: "no_credit", acts: "owner, at the provider" },
  model_unavailable: { charged: "no", marks: "model_unavailable", fallback: "at once", acts: "owner, here" },
  lacks_rights: { charged: "no", marks: "lacks_rights", acts: "owner, at the provider" },
  address_blocked: { charged: "no", marks: "address_blocked", acts: "owner, at the provider" },
  service_disabled: { charged: "no", marks: "service_disabled", acts: "owner, at the provider" },
  account_suspended: { charged: "no", marks: "account_suspended", acts: "owner, at the provider" },
  // Of one model: the fallback can answer, as where the model is not there.
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
  // Out of a 200 as a rule: the model has worked.
  refused: { charged: "yes", acts: "nobody" },
  bad_answer: { charged: "yes", acts: "nobody" },
} as const satisfies Partial<Record<ErrorCode, Handling>>;

export type ProviderFailure = keyof typeof HANDLING;

/** The key is no use until these are mended: it is not asked again for an hour, and its owner is told by mail. */
const HALTS = [
  "key_rejected",
  "no_credit",
  "lacks_rights",
  "address_blocked",
  "service_disabled",
  "account_suspended",
] as const satisfies readonly ProviderFailure[];
type Halting = (typeof HALTS)[number];
/** The states of a key that those put it into. */
export type Halt = (typeof HANDLING)[Halting]["marks"];

/** A limit of rate ends by itself, mostly within a minute. Past either of these the fallback is asked. */
export const PATIENCE = {
  /** Tries that ended in waiting, about two minutes in all. */
  tries: 3,
  /** The wait that the provider itself names. */
  seconds: 120,
} as const;

/** Undefined for an error that is no answer of a provider. */
export function handlingOf({ code }: Pick<LatchkeyError, "code">): Handling | undefined {
  return isProviderFailure(code) ? HANDLING[code] : undefined;
}

function isProviderFailure(code: ErrorCode): code is ProviderFailure {
  return Object.hasOwn(HANDLING, code);
}

/** What a call on a key in this state would fail with; undefined where asking may be of use. */
export function haltedBy(status: string): Halting | undefined {
  return HALTS.find((code) => HANDLING[code].marks === status);
}

export function isHalt(status: string): status is Halt {
  return haltedBy(status) !== undefined;
}

/** True when the fallback is to be asked now. @param attempts tries of the mail that ended in waiting */
export function asksFallback(error: LatchkeyError, attempts: number): boolean {
  const when = handlingOf(error)?.fallback;
  if (when !== "past patience") return when === "at once";
  return attempts >= PATIENCE.tries || (error.retryAfter ?? 0) > PATIENCE.seconds;
}
