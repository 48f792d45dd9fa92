import { hasAuthorsSignature, isFromRewritten } from "../forwarding/rewritten-from.ts";
import { isNotOnAllowList } from "./allow-list.ts";
import * as automatic from "./automatic.ts";
import type { KnownFacts } from "./facts.ts";
import { isForgery } from "./forgery.ts";
import { isForwardConfirmation } from "./forward-confirmation.ts";
import { isBulk, isFromList, isGroupMail, isUnmarkedPost } from "./lists.ts";
import { hasTooManyHops, isLongThread } from "./loop.ts";
import { isMarkedBySender } from "./loop-marks.ts";
import { isCalendar, isEncrypted, isOutlookOnly, isUnreadable } from "./part-types.ts";
import { isProven, lacksVerdict } from "./proven-sender.ts";
import type { Doubt, HoldReason, MailReason, SkipReason, Unanswerable } from "./reasons.ts";
import { isUnprovenReplyTo, isUnusualAddress } from "./reply-to.ts";
import { isReport } from "./reports.ts";
import * as senders from "./senders.ts";
import { isRecall, mayBeAutomatic, suppressesAnswers } from "./suspicion.ts";

export type Rule = {
  reason: MailReason;
  /** `skip` is for robots and forgeries. A mail that a person may have written is on hold until the owner decides. */
  action: "skip" | "hold";
  /**
   * True if the owner may have the mail answered anyway: the rule judges who wrote the mail, not who would get the
   * answer.
   */
  yields: boolean;
  source: string;
  fires: (mail: KnownFacts) => boolean;
};

/**
 * The rules by which a mail gets no automatic answer; the first rule that fires decides. All skip rules come before
 * all hold rules, so that no robot's mail waits for the owner.
 */
export const RULES: Rule[] = [
  skip("virus", "our policy: no backscatter", ({ verdicts }) => verdicts.virus === "FAIL"),
  skip("spam", "our policy: no backscatter", ({ verdicts }) => verdicts.spam === "FAIL"),
  never("dmarc_fail", "RFC 9989, whatever the domain's policy asks for", isForgery),

  never("null_sender", "RFC 3834, 2; RFC 5321, 4.5.5", ({ envelope_from }) => /^(?:<>)?$/.test(envelope_from.trim())),
  skip("auto_submitted", "RFC 3834, 2 and 5; auto-notified: RFC 5436", automatic.isAutoSubmitted),
  skip("bulk_precedence", "RFC 3834, 2", isBulk),
  skip("mailing_list", "RFC 5230, 4.6; RFC 2369; RFC 2919", isFromList),
  skip("system_sender", "RFC 3834, 2; RFC 5230, 4.6", senders.isSystem),
  skip("no_reply_sender", "custom of senders that read no replies", senders.isNoReplySender),
  skip("delivery_report", "RFC 3464; RFC 8098; RFC 5965; RFC 9990; RFC 8460", isReport),
  skip("auto_generated", "custom of autoresponders older than RFC 3834", automatic.isGenerated),
  skip(
    "automatic_subject",
    "custom of Exchange, Outlook and help desks, which mark some notes in no other way",
    automatic.hasAutomaticSubject,
  ),
  skip("too_many_hops", "RFC 5321, 6.3", hasTooManyHops),
  never("own_domain", "RFC 3834, 2: no loop among our own agents", senders.isOwnDomain),
  never("no_from", "RFC 5322, 3.6.2; RFC 6854", ({ author }) => author === undefined),

  hold("verdict_missing", "Amazon SES, contents of notifications: PROCESSING_FAILED", lacksVerdict),
  hold("forward_rewrote_from", "custom of Google Groups and Mailman, whose own domain is then proved", isFromRewritten),
  hold(
    "forward_changed_mail",
    "RFC 6376: the author's signature does not fit any more",
    (mail) => isUnprovenThrough(mail) && hasAuthorsSignature(mail),
  ),
  hold("forward_unsigned", "RFC 7208: SPF does not survive forwarding", isUnprovenThrough),
  hold("unproven_sender", "RFC 9989; RFC 3834, 4: no backscatter", (mail) => !isProven(mail)),
  hold(
    "forward_confirmation",
    "help pages of the services: the owner needs the code or the link",
    isForwardConfirmation,
  ),
  hold("unusual_address", "RFC 5321, 4.1.2; CVE-2025-13033", isUnusualAddress),
  hold("foreign_reply_to", "RFC 3834, 4, narrowing RFC 5322, 3.6.2", isUnprovenReplyTo),
  doubt(
    "group_mail",
    "our policy: a group's mail may be a person's to its owner",
    (mail) => mail.through === undefined && isGroupMail(mail),
  ),
  doubt("unmarked_list", "VERP; custom of list managers that write no header of RFC 2369", isUnmarkedPost),
  doubt("list_name", "RFC 2142, 6; RFC 5230, 4.6, where a second sign speaks", senders.isNamedLikeList),
  doubt("auto_response_suppress", "MS-OXPROPS, PidTagAutoResponseSuppress", suppressesAnswers),
  doubt("recall", "custom of Outlook", isRecall),
  doubt("maybe_automatic", "our policy: a subject or a name alone proves no robot", mayBeAutomatic),
  hold("not_on_allow_list", "our policy: the owner names whom the agent answers", isNotOnAllowList),
  doubt("loop_mark", "custom of procmail's and others' robots; a person's forwarder may set it too", isMarkedBySender),
  hold("long_thread", "our policy: the cap per thread", isLongThread),
  hold("encrypted", "RFC 8551; RFC 3156; our policy: a person must decide", isEncrypted),
  doubt("calendar", "RFC 6047; our policy: an agent accepts no appointment", isCalendar),
  hold("outlook_only", "MS-OXTNEF", isOutlookOnly),
  hold("unreadable_text", "our policy: no answer to half of a mail", isUnreadable),
  hold("no_readable_text", "our policy: nothing to answer, nothing to pay", ({ text }) => text?.trim() === ""),
];

/** The mail came through the owner's own mailbox, so nothing proves its author any more. */
function isUnprovenThrough(mail: KnownFacts): boolean {
  return mail.through !== undefined && !isProven(mail);
}

/** A mail of a robot or a list. The owner may still have it answered. */
function skip(reason: SkipReason, source: string, fires: Rule["fires"]): Rule {
  return { reason, action: "skip", yields: true, source, fires };
}

/** Nobody, or nobody proved, could receive the answer: see `UNANSWERABLE`. */
function never(reason: Unanswerable, source: string, fires: Rule["fires"]): Rule {
  return { reason, action: "skip", yields: false, source, fires };
}

/** A person may have written the mail, and the owner can tell. */
function doubt(reason: Doubt, source: string, fires: Rule["fires"]): Rule {
  return { reason, action: "hold", yields: true, source, fires };
}

/**
 * The mail cannot be answered as it is, even if the owner asks. The owner's own limits check `owner_asked` themselves.
 */
function hold(reason: HoldReason, source: string, fires: Rule["fires"]): Rule {
  return { reason, action: "hold", yields: false, source, fires };
}
