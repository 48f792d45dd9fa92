import { HOLD_REASONS } from "./hold-reasons.ts";
import { SKIP_REASONS } from "./skip-reasons.ts";

/** Why a mail is not answered automatically, in words for the agent's owner. */
export const MAIL_REASONS = { ...SKIP_REASONS, ...HOLD_REASONS };

export type MailReason = keyof typeof MAIL_REASONS;
export type SkipReason = keyof typeof SKIP_REASONS;
export type HoldReason = keyof typeof HOLD_REASONS;

type Skips = typeof SKIP_REASONS;
type Holds = typeof HOLD_REASONS;

/** Why some skipped mails cannot be answered even if the owner asks for it. */
export type Unanswerable = { [K in SkipReason]: Skips[K]["skipped"] extends { never: string } ? K : never }[SkipReason];
/**
 * Reasons of mails that are held only in doubt: a person may have written them, and the owner can have them answered.
 */
export type Doubt = { [K in HoldReason]: Holds[K] extends { doubt: true } ? K : never }[HoldReason];

/** Mails that an agent which answers nobody does not keep either. */
const NEVER_KEPT: readonly MailReason[] = ["virus", "spam", "dmarc_fail", "own_domain"];

/** True for a mail that a digest keeps, though `reason` forbids to answer it: robots and lists may be what it is for. */
export function mayBeKept(reason: MailReason): boolean {
  return !NEVER_KEPT.includes(reason);
}
