import type { Read } from "../../shared/runs/ledger.ts";
import type { RunReason } from "../../shared/runs/reasons.ts";

/** Why a run goes no further now. */
export type Stop =
  | { stop: "rest"; state: "held" | "skipped"; reason: RunReason; read?: Read | undefined }
  | { stop: "wait"; seconds: number; why: string }
  /** The work had to be ended from outside of it. */
  | { stop: "broke_off"; seconds: number };

/** The run rests until its owner does something; `read` is what is known of the mail by then. */
export function held(reason: RunReason, read?: Read): Stop {
  return { stop: "rest", state: "held", reason, read };
}
