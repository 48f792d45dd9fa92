import { reasonRow } from "../../../../../shared/runs/reasons.ts";

/** A warning to the owner before a skipped mail is answered. */
export function noteBeforeAnswer(reason: string | null): string {
  const row = reasonRow(reason);
  return row && "skipped" in row && "note" in row.skipped ? row.skipped.note : "You can have it answered anyway.";
}
