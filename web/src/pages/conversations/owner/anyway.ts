import { reasonRow } from "../../../../../shared/runs/reasons.ts";

/** What an owner should know before they have a skipped mail answered. */
export function noteBeforeAnswer(reason: string | null): string {
  const row = reasonRow(reason);
  return row && "skipped" in row && "note" in row.skipped ? row.skipped.note : "You can have it answered anyway.";
}
