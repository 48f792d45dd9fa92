import { isNotOnAllowList } from "./allow-list.ts";
import * as automatic from "./automatic.ts";
import type { KnownFacts } from "./facts.ts";
import { hasTooManyHops, isLongThread } from "./loop.ts";
import { isCalendar, isEncrypted, isOutlookOnly, isUnreadable } from "./part-types.ts";
import { isProven, lacksVerdict } from "./proven-sender.ts";
import type { MailReason } from "./reasons.ts";
import { isUnprovenReplyTo, isUnusualAddress } from "./reply-to.ts";
import * as senders from "./senders.ts";

export type Rule = {
  reason: MailReason;
  /** `skip` is final; what is held the owner may still answer. */
  action: "skip" | "hold";
  source: string;
  fires: (mail: KnownFacts) => boolean;
};

/**
 * When a mail gets no answer by itself; the first rule that fires decides.
 * All that skip stand before all that hold, so that no robot's mail waits for the owner.
 */
export const RULES: Rule[] = [
  skip("virus", "our policy: no backscatter", ({ verdicts }) => verdicts.virus === "FAIL"),
  skip("spam", "our policy: no backscatter", ({ verdicts }) => verdicts.spam === "FAIL"),
  skip("dmarc_fail", "RFC 9989, whatever the domain's policy asks for", ({ verdicts }) => verdicts.dmarc === "FAIL"),

  skip("null_sender", "RFC 3834, 2; RFC 5321, 4.5.5", ({ envelope_from }) => /^(?:<>)?$/.test(envelope_from.trim())),
  skip("auto_submitted", "RFC 3834, 2 and 5; auto-notified: RFC 5436", automatic.isAutoSubmitted),
  skip("bulk_precedence", "RFC 3834, 2", automatic.isBulk),
  skip("mailing_list", "RFC 5230, 4.6; RFC 2369; RFC 2919", automatic.isFromList),
  skip("system_sender", "RFC 3834, 2; RFC 5230, 4.6", senders.isSystem),
  skip("no_reply_sender", "custom of senders that read no replies", senders.takesNoReplies),
  skip("delivery_report", "RFC 3464; RFC 8098; RFC 5965", automatic.isReport),
  skip("auto_response_suppress", "MS-OXPROPS, PidTagAutoResponseSuppress", automatic.suppressesAnswers),
  skip("auto_generated", "custom of autoresponders older than RFC 3834", automatic.isGenerated),
  skip(
    "automatic_subject",
    "custom of Exchange and Outlook, which mark some absence notes in no other way",
    automatic.hasAutomaticSubject,
  ),
  skip("too_many_hops", "RFC 5321, 6.3", hasTooManyHops),
  skip("own_domain", "RFC 3834, 2: no loop among our own agents", senders.isOwnDomain),
  skip("no_from", "RFC 5322, 3.6.2; RFC 6854", ({ author }) => author === undefined),

  hold("verdict_missing", "Amazon SES, contents of notifications: PROCESSING_FAILED", lacksVerdict),
  hold("unproven_sender", "RFC 9989; RFC 3834, 4: no backscatter", (mail) => !isProven(mail)),
  hold("unusual_address", "RFC 5321, 4.1.2; CVE-2025-13033", isUnusualAddress),
  hold("foreign_reply_to", "RFC 3834, 4, narrowing RFC 5322, 3.6.2", isUnprovenReplyTo),
  hold("not_on_allow_list", "our policy: the owner names whom the agent answers", isNotOnAllowList),
  hold("long_thread", "our policy: the cap per thread", isLongThread),
  hold("encrypted", "RFC 8551; RFC 3156; our policy: a person must decide", isEncrypted),
  hold("calendar", "RFC 6047; our policy: an agent accepts no appointment", isCalendar),
  hold("outlook_only", "MS-OXTNEF", isOutlookOnly),
  hold("unreadable_text", "our policy: no answer to half of a mail", isUnreadable),
  hold("no_readable_text", "our policy: nothing to answer, nothing to pay", ({ text }) => text?.trim() === ""),
];

function skip(reason: MailReason, source: string, fires: Rule["fires"]): Rule {
  return { reason, action: "skip", source, fires };
}

function hold(reason: MailReason, source: string, fires: Rule["fires"]): Rule {
  return { reason, action: "hold", source, fires };
}
