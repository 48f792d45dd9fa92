import { isQuestion } from "./automatic.ts";
import type { KnownFacts } from "./facts.ts";
import { headerValues } from "./headers.ts";
import { isForeignReplyTo } from "./reply-to.ts";
import { hasBounceSubject, hasReportFile, isNamedMailSystem } from "./reports.ts";
import { ABSENCE_SUBJECTS, MAYBE_ABSENCE_SUBJECTS, TICKET_SUBJECTS } from "./robots/absence-subjects.ts";
import { saysNoReply } from "./robots/no-reply.ts";
import { plain, plainSet } from "./robots/plain.ts";
import { READ_SUBJECTS, RECALL_SENTENCES, RECALL_SUBJECTS, RECEIPT_SUBJECTS } from "./robots/report-subjects.ts";
import { type Head, headsOf, plainSubjects } from "./robots/subject.ts";
import { hasWeakSign } from "./weak-signs.ts";

/** Mails that look like a machine's and may be a person's: they are held. Each exported function is one rule of rules.ts. */

// DR, RN and NRN ask for no delivery report and no receipts; an answer is none of these.
const NO_ANSWER = new Set(["autoreply", "oof"]);

/**
 * `All` is a program's word. OOF and AutoReply are put on persons' mails by Exchange servers on the way (osTicket #726,
 * Redmine #19558), so they count only beside another sign.
 */
export function suppressesAnswers(mail: KnownFacts): boolean {
  const values = headerValues(mail.headers, "x-auto-response-suppress");
  const words = values.flatMap((value) => value.toLowerCase().split(/[\s,;]+/));
  return words.includes("all") || (words.some((word) => NO_ANSWER.has(word)) && hasWeakSign(mail));
}

const RECALLS = plainSet(RECALL_SUBJECTS);
const RECALL_WORDS = [...plainSet(RECALL_SENTENCES)];
/** What Outlook writes is one sentence around the subject; a product's recall and a reminder ("Rappel :") take other words. */
const LONGEST_RECALL = 500;
const QUOTES = /["'“”„«»‘’‹›「」『』]/;

/** Outlook asks a mail back: `Recall: Price list`, and in the text the sentence that quotes the subject once more. */
export function isRecall(mail: KnownFacts): boolean {
  const text = plain((mail.text ?? "").slice(0, LONGEST_RECALL + 1));
  if (text.length > LONGEST_RECALL) return false;
  return plainSubjects(mail).some((subject) =>
    headsOf(subject).some(({ form, mark, rest }) => {
      return (
        form === "prefix" && RECALLS.has(mark) && (quotes(text, rest) || RECALL_WORDS.some((it) => text.includes(it)))
      );
    }),
  );
}

function quotes(text: string, subject: string): boolean {
  const at = text.indexOf(subject);
  if (subject === "" || at < 0) return false;
  const [before, after] = [
    text.slice(0, at).trimEnd().slice(-1),
    text
      .slice(at + subject.length)
      .trimStart()
      .slice(0, 1),
  ];
  return QUOTES.test(before) && QUOTES.test(after);
}

const WHOLE = plainSet(ABSENCE_SUBJECTS, RECEIPT_SUBJECTS);
const QUESTIONED = plainSet(ABSENCE_SUBJECTS, TICKET_SUBJECTS);
const MAYBE = plainSet(MAYBE_ABSENCE_SUBJECTS);
const READ = plainSet(READ_SUBJECTS);
/** OTRS and its like put their number first in a person's answer as well as in a note. */
const TICKET =
  /^(?:(?:ticket|case|request|incident|anfrage|vorgang|demande|caso)[ :]?(?:#|no\.?|nr\.?|id)?[ :#]?|#)\d{3,}$/;
/** Outlook's receipt is one sentence with two times; whoever writes more is a person. */
const LONGEST_RECEIPT = 600;
/** Anti-spam systems that want their mail answered before they let one through (BoxTrapper, TMDA, Spam Arrest). */
const CHALLENGE =
  /\[confirm [^\]]{1,80}\]|\bverify#|\bplease confirm your (?:message|e-?mail)|requires verification|\byour (?:message|mail|e-?mail) is (?:awaiting|being held)/;

export function maybeAutomatic(mail: KnownFacts): boolean {
  const isShort = (mail.text ?? "").trim().length <= LONGEST_RECEIPT;
  return (
    plainSubjects(mail).some((subject) => {
      return CHALLENGE.test(subject) || headsOf(subject).some((head) => maybeMarked(head, subject, isShort));
    }) ||
    hasBounceSubject(mail) ||
    hasReportFile(mail) ||
    isByInboxRule(mail) ||
    isNamedMailSystem(mail) ||
    // A form that the owner trusts names its user in Reply-To, and may be called so itself.
    (saysNoReply(mail.author?.name ?? "") && !isForeignReplyTo(mail))
  );
}

function maybeMarked({ form, mark }: Head, subject: string, isShort: boolean): boolean {
  if (form === "whole") return WHOLE.has(mark) || isAbsenceOf(mark);
  if (form === "tag") return TICKET.test(mark) || MAYBE.has(mark);
  return MAYBE.has(mark) || (QUESTIONED.has(mark) && isQuestion(subject)) || (READ.has(mark) && isShort);
}

/** "Jane Doe is out of the office", as Notes and GroupWise head it, and "Auto reply from Jane Doe". */
function isAbsenceOf(subject: string): boolean {
  const [mark = ""] = subject.split(" from ", 1);
  return / (?:is|am|will be) (?:currently )?out of (?:the )?office\b/.test(subject) || QUESTIONED.has(mark);
}

/** Exchange says so of what a mailbox's rule wrote; of what a rule only passes on, too. */
function isByInboxRule({ headers }: KnownFacts): boolean {
  return headerValues(headers, "x-ms-exchange-generated-message-source").some((value) => /agent/i.test(value));
}
