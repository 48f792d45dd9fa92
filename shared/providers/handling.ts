import type { ErrorCode, LatchkeyError } from "../errors.ts";

/** The states of a stored key that a failed call can put it into. */
type Mark = "rejected" | "no_credit" | "model_unavailable";

type Handling = {
  /** Whether the provider charges for the call: `maybe` where nobody can say whether it was done. */
  charged: "no" | "maybe" | "yes";
  /** What the stored key is from then on. */
  marks?: Mark;
  /** When the agent's fallback is asked in its place; never after a call that may have been charged. */
  fallback?: "at once" | "past patience";
  /** The provider, or the way to it, is down: its owner is told when that goes on for an hour. */
  outage?: true;
};

/**
 * What each failure of a provider's call means for the mail, beside what errors.ts says of it: whether it is tried again,
 * and what the owner reads. docs/failures.md is this table, and a test keeps it so.
 */
export const HANDLING = {
  key_rejected: { charged: "no", marks: "rejected" },
  no_credit: { charged: "no", marks: "no_credit" },
  model_unavailable: { charged: "no", marks: "model_unavailable", fallback: "at once" },
  rate_limited: { charged: "no", fallback: "past patience" },
  provider_down: { charged: "no", fallback: "at once", outage: true },
  timeout: { charged: "maybe", outage: true },
  connection_lost: { charged: "maybe", outage: true },
  too_long: { charged: "no" },
  bad_call: { charged: "no" },
  // Out of a 200 as a rule: the model has worked.
  refused: { charged: "yes" },
  bad_answer: { charged: "yes" },
} as const satisfies Partial<Record<ErrorCode, Handling>>;

export type ProviderFailure = keyof typeof HANDLING;

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

/** True when the fallback is to be asked now. @param attempts tries of the mail that ended in waiting */
export function asksFallback(error: LatchkeyError, attempts: number): boolean {
  const when = handlingOf(error)?.fallback;
  if (when !== "past patience") return when === "at once";
  return attempts >= PATIENCE.tries || (error.retryAfter ?? 0) > PATIENCE.seconds;
}
