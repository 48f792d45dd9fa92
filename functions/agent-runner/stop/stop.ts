import type { Read } from "../../../shared/runs/ledger.ts";
import type { RunReason } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";

const FIRST_SECONDS = 15;
const LONGEST_SECONDS = 900;

type Rest = {
  stop: "rest";
  state: "held" | "skipped" | "kept";
  reason: RunReason;
  read?: Read | undefined;
  /** When the run continues by itself, ISO 8601, if its reason does not say it. */
  opens_at?: string | undefined;
};
type Wait = { stop: "wait"; seconds: number; why: string };
/** The work was aborted from outside. */
type BrokeOff = { stop: "broke_off"; seconds: number };
/** Nothing is left to write: the ledger is up to date, or another process has taken the run over. */
type Done = { stop: "done" };

/** Why a run goes no further now. `run`: the changed run, if the step changed it. */
export type Stop = (Rest | Wait | BrokeOff | Done) & { run?: Run | undefined };

/** Returns the stop that puts the run on hold. `read`: what is known of the mail so far. */
export function hold(reason: RunReason, read?: Read): Rest {
  return { stop: "rest", state: "held", reason, read };
}

export const DONE: Done = { stop: "done" };

/**
 * Returns the seconds to wait after this number of tries. They double up to 15 minutes, and half of them is random, so
 * that mails which failed together do not return together. The result is never below a provider's Retry-After.
 */
export function backoff(attempts: number, retryAfter = 0, random = Math.random(), longest = LONGEST_SECONDS): number {
  const full = Math.min(FIRST_SECONDS * 2 ** Math.min(attempts, 10), longest);
  return Math.max(Math.ceil(full / 2 + (full / 2) * random), Math.ceil(retryAfter));
}
