import { HOLD_REASONS } from "./hold-reasons.ts";
import { SKIP_REASONS } from "./skip-reasons.ts";

/** Why a mail gets no answer by itself, where the reason lies in the mail; in the order of the rules. */
export const MAIL_REASONS = { ...SKIP_REASONS, ...HOLD_REASONS };

export type MailReason = keyof typeof MAIL_REASONS;
export type SkipReason = keyof typeof SKIP_REASONS;
export type HoldReason = keyof typeof HOLD_REASONS;

type Skips = typeof SKIP_REASONS;
type Holds = typeof HOLD_REASONS;

/** Skipped mails that are answered on nobody's word. */
export type Unanswerable = { [K in SkipReason]: Skips[K]["skipped"] extends { never: string } ? K : never }[SkipReason];
/** What is held in doubt alone: a person may have written it, and the owner's word is enough to have it answered. */
export type Doubt = { [K in HoldReason]: Holds[K] extends { doubt: true } ? K : never }[HoldReason];
