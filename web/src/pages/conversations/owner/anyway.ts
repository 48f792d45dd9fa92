import type { RunReason } from "../../../../../shared/runs/reasons.ts";

const ROBOT = "If a program sent it, perhaps nobody reads the answer, or the program answers back.";
const LIST = "An answer goes to the author alone, not to the list's readers.";
const SUSPECT = "If you know the sender, you can have it answered. An answer goes to a proven sender alone.";

const NOTES: Partial<Record<RunReason, string>> = {
  virus: SUSPECT,
  spam: SUSPECT,
  auto_submitted: ROBOT,
  bulk_precedence: LIST,
  mailing_list: LIST,
  system_sender: ROBOT,
  no_reply_sender: "Perhaps nobody reads what is sent there.",
  delivery_report: ROBOT,
  auto_generated: ROBOT,
  automatic_subject: ROBOT,
  too_many_hops: "It may go round in a loop, and an answer may, too.",
  duplicate: "The other copy may have been answered already. Look into the thread first.",
  dropped: "You can still change your mind.",
};

const BY_REASON = new Map<string, string>(Object.entries(NOTES));

/** What an owner should know before they have a skipped mail answered. */
export function noteBeforeAnswer(reason: string | null): string {
  return BY_REASON.get(reason ?? "") ?? "You can have it answered nevertheless.";
}
