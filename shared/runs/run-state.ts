import * as z from "zod/mini";

/** How far a mail has come; docs/ledger.md has every step between them. */
export const runState = z.enum([
  "received",
  "claimed",
  "generated",
  "sending",
  "replied",
  "drafted",
  "held",
  "skipped",
  "failed",
  "observed",
  "kept",
  "kept",
]);

/** `needs_owner`: a mail that rests until its owner says what to do, held or drafted. */
export const stateFilter = z.enum([...runState.options, "needs_owner"]);
