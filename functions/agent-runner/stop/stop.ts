import type { Read } from "../../../shared/runs/ledger.ts";
import type { RunReason } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";

const FIRST_SECONDS = 15;
const LONGEST_SECONDS = 900;

type Rest = { stop: "rest"; state: "held" | "skipped" | "kept"; reason: RunReason; read?: Read | undefined };
type Wait = { stop: "wait"; seconds: number; why: string };
/** The work had to be ended from outside of it. */
type BrokeOff = { stop: "broke_off"; seconds: number };
/** Nothing is left to be written: the ledger has the run where it belongs, or another process has taken it over. */
type Done = { stop: "done" };

/** Why a run goes no further now; `run` is the run as the step left it, where the step has changed it. */
export type Stop = (Rest | Wait | BrokeOff | Done) & { run?: Run | undefined };

/** The run rests until its owner does something; `read` is what is known of the mail by then. */
export function held(reason: RunReason, read?: Read): Rest {
  return { stop: "rest", state: "held", reason, read };
}

/** Nothing is left to be written about the run. */
export const DONE: Done = { stop: "done" };

/**
 * Seconds to wait after the given number of tries: doubling up to 15 minutes, and a random half of it, so that mails
 * that failed together do not come back together. A provider's Retry-After is the least it may be.
 */
export function backoff(attempts: number, retryAfter = 0, random = Math.random(), longest = LONGEST_SECONDS): number {
  const full = Math.min(FIRST_SECONDS * 2 ** Math.min(attempts, 10), longest);
  return Math.max(Math.ceil(full / 2 + (full / 2) * random), Math.ceil(retryAfter));
}
