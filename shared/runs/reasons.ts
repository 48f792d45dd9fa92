import { MAIL_REASONS } from "../mail/reasons.ts";
import { KEY_REASONS } from "../reasons/key-reasons.ts";
import { LIMIT_REASONS } from "../reasons/limit-reasons.ts";
import type { HeldReason, OwnerResolver, Reason, Resolver } from "../reasons/reason.ts";
import { WORK_REASONS } from "../reasons/work-reasons.ts";

/** Every reason for which a run comes to rest. Reasons that lie in the mail are defined beside the mail rules. */
export const RUN_REASONS = { ...MAIL_REASONS, ...WORK_REASONS, ...KEY_REASONS, ...LIMIT_REASONS };

export type RunReason = keyof typeof RUN_REASONS;

const ROWS: ReadonlyMap<string, Reason> = new Map(Object.entries<Reason>(RUN_REASONS));

/** The row of a reason; undefined for one that this version does not know. */
export function reasonRow(reason: string | null | undefined): Reason | undefined {
  return ROWS.get(reason ?? "");
}

/** The row of a reason that holds mails. */
export function heldReason(reason: string | null | undefined): HeldReason | undefined {
  const row = reasonRow(reason);
  return row && "help" in row ? row : undefined;
}

/** True if a change of the owner's `what` requeues mails that are held for `reason`. */
export function isResolvedBy(what: OwnerResolver, reason: string | undefined): boolean {
  return resolversOf(reason).includes(what);
}

/** What requeues a mail that is held for `reason` automatically. */
export function resolversOf(reason: string | undefined): readonly Resolver[] {
  return heldReason(reason)?.resolvedBy ?? [];
}

/** Why a mail that was skipped for `reason` cannot be reopened; undefined if its owner may reopen it. */
export function explainUnanswerable(reason: string | undefined): string | undefined {
  const row = reasonRow(reason);
  return row && "skipped" in row && "never" in row.skipped ? row.skipped.never : undefined;
}
