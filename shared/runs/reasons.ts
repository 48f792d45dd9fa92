import * as z from "zod/mini";
import { MAIL_REASONS, UNANSWERABLE } from "../mail/reasons.ts";

/** Why a run rests, and what its owner reads. The reasons that lie in the mail itself stand with the mail rules. */
export const RUN_REASONS = {
  ...MAIL_REASONS,
  agent_paused: "The agent is switched off.",
  agent_deleted: "The agent was deleted before it could answer.",
  no_ai_config:
    "There is no AI key to answer with. Store one, and the mail is answered. Free answers, where they are offered, need a confirmed address.",
  key_unreadable: "The stored key could not be opened. Store it again.",
  daily_limit:
    "The agent has answered as many mails as its limit of a day allows. The mail goes on by itself when the next day begins (UTC).",
  monthly_budget:
    "Your budget of the month has no room for another answer. What a call may cost at most is set aside before it is made. The mail goes on by itself when the next month begins (UTC).",
  agent_daily_budget:
    "The agent's budget of the day has no room for another answer. What a call may cost at most is set aside before it is made. The mail goes on by itself when the next day begins (UTC).",
  price_unknown: "There is a budget, and the model has no listed price, so nobody knows what an answer would cost.",
  free_mails_used:
    "The month's free answers are used up. Store a key of your own, and the mail is answered; else it goes on by itself when the next month begins (UTC).",
  correspondent_cap: "The agent has answered this correspondent as often as its limits allow for an hour or a day.",
  domain_cap: "The agent has answered this correspondent's domain as often as its limit allows for an hour.",
  correspondent_blocked:
    "A reply to this correspondent bounced for good or was called spam. Unblock them to answer again.",
  too_old: "The mail waited longer than 48 hours. It may no longer need an answer.",
  duplicate: "The sender's mail server sent the same mail again.",
  broke_down:
    "Latchkey broke down three times while it worked on this mail, and has stopped trying. The mail itself may be the cause.",
  answer_lost: "The provider was asked twice and no answer reached us. It may have charged for both calls.",
  key_rejected: "The provider does not accept the stored key. Store a new one.",
  no_credit: "The provider account of the key has no credit left, or has reached a spending limit.",
  model_unavailable: "The key cannot use the chosen model.",
  lacks_rights: "The provider does not let the key do this: it lacks a permission.",
  address_blocked:
    "The key works only from addresses, sites or apps that were listed for it at the provider. Latchkey's calls come from changing addresses.",
  service_disabled: "The provider's API is not enabled in the project of the key.",
  account_suspended: "The provider has suspended, closed or archived the account or project of the key.",
  verification_needed: "The provider wants the account of the key verified before it may use the chosen model.",
  rate_limited: "The provider limits the rate of the key, and asks to wait for longer than a mail may: 48 hours.",
  provider_down: "The provider is down, and asks to wait for longer than a mail may: 48 hours.",
  bad_call: "The provider refused the settings of the call.",
  too_long: "The mail is longer than the model can read.",
  refused: "The model declined to answer.",
  instructions_told:
    "The model repeated your instructions in its answer, as if a mail had led it to. Read the answer: it was not sent.",
  bad_answer: "The model's answer was empty or could not be read.",
  may_have_been_sent: "SES never said whether the reply left. It is not sent twice without your word.",
  dropped: "You decided that it gets no answer.",
  send_refused: "SES did not accept the reply.",
  kept_for_summary: "The mail is kept for the agent's next summary. It gets no answer.",
  nothing_kept: "No mail was kept for this summary.",
  owner_address_unproved:
    "The summary goes to the address of your account, which is not confirmed yet. Confirm it, then try again.",
} as const satisfies Record<string, string>;

/** What an owner does that takes away why mails are held: they go back to work unasked. */
export const mended = z.enum(["key", "settings", "limits"]);
export type Mended = z.infer<typeof mended>;

const MENDED_BY: Record<Mended, readonly RunReason[]> = {
  /** A key is stored that works, or a check finds that the stored one does; or the platform's answers from now on. */
  key: [
    "no_ai_config",
    "free_mails_used",
    "key_unreadable",
    "key_rejected",
    "no_credit",
    "model_unavailable",
    "lacks_rights",
    "address_blocked",
    "service_disabled",
    "account_suspended",
    "verification_needed",
    "rate_limited",
    "provider_down",
    "bad_call",
    "too_long",
    "price_unknown",
  ],
  /** The model of a key, its temperature or its limit of tokens is another: a call may be taken, or cost less. */
  settings: [
    "model_unavailable",
    "verification_needed",
    "bad_call",
    "too_long",
    "price_unknown",
    "monthly_budget",
    "agent_daily_budget",
  ],
  /** A budget or an agent's mails a day are raised. The caps per correspondent are not here: they end mail loops. */
  limits: ["monthly_budget", "agent_daily_budget", "daily_limit", "price_unknown"],
};

export function isMendedBy(what: Mended, reason: string | undefined): boolean {
  const mends: readonly string[] = MENDED_BY[what];
  return reason !== undefined && mends.includes(reason);
}

export type RunReason = keyof typeof RUN_REASONS;

export const runReason = z.custom<RunReason>((value) => typeof value === "string" && Object.hasOwn(RUN_REASONS, value));

/** Why a mail that was skipped for `reason` is answered on nobody's word; undefined where its owner may have it answered. */
export function unanswerable(reason: string | undefined): string | undefined {
  return new Map<string, string>(Object.entries(UNANSWERABLE)).get(reason ?? "");
}
