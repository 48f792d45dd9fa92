import { isQuestion } from "./automatic.ts";
import type { KnownFacts } from "./facts.ts";
import { headerValues } from "./headers.ts";
import { isForeignReplyTo } from "./reply-to.ts";
import { hasBounceSubject, hasReportFile, isNamedMailSystem } from "./reports.ts";
import { ABSENCE_SUBJECTS, MAYBE_ABSENCE_SUBJECTS, TICKET_SUBJECTS } from "./robots/absence-subjects.ts";
import { isNoReplyName } from "./robots/no-reply.ts";
import { comparable, comparableSet } from "./robots/plain.ts";
import { READ_SUBJECTS, RECALL_SENTENCES, RECALL_SUBJECTS, RECEIPT_SUBJECTS } from "./robots/report-subjects.ts";
import { comparableSubjects, type SubjectMark, subjectMarks } from "./robots/subject.ts";
import { hasWeakSign } from "./weak-signs.ts";

/**
 * Mails that look automatic but may come from a person, so they are held. Each exported function is one rule of
 * rules.ts.
 */

// DR, RN and NRN forbid delivery reports and receipts. An answer is neither.
const NO_ANSWER = new Set(["autoreply", "oof"]);

/**
 * Only programs write `All`. Exchange servers add OOF and AutoReply to people's mails in transit (osTicket #726,
 * Redmine #19558), so these count only with another sign.
 */
export function suppressesAnswers(mail: KnownFacts): boolean {
  const values = headerValues(mail.headers, "x-auto-response-suppress");
  const words = values.flatMap((value) => value.toLowerCase().split(/[\s,;]+/));
  return words.includes("all") || (words.some((word) => NO_ANSWER.has(word)) && hasWeakSign(mail));
}

const RECALLS = comparableSet(RECALL_SUBJECTS);
const RECALL_WORDS = [...comparableSet(RECALL_SENTENCES)];
/** Outlook writes one sentence around the subject. A product recall and a reminder ("Rappel :") use other words. */
const LONGEST_RECALL = 500;
const QUOTES = /["'“”„«»‘’‹›「」『』]/;

/**
 * True for an Outlook recall: the subject is `Recall: Price list`, and one sentence of the text quotes that subject.
 */
export function isRecall(mail: KnownFacts): boolean {
  const text = comparable((mail.text ?? "").slice(0, LONGEST_RECALL + 1));
  if (text.length > LONGEST_RECALL) return false;
  return comparableSubjects(mail).some((subject) =>
    subjectMarks(subject).some(({ form, mark, remainder }) => {
      return (
        form === "prefix" &&
        RECALLS.has(mark) &&
        (quotesSubject(text, remainder) || RECALL_WORDS.some((it) => text.includes(it)))
      );
    }),
  );
}

function quotesSubject(text: string, subject: string): boolean {
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

const WHOLE = comparableSet(ABSENCE_SUBJECTS, RECEIPT_SUBJECTS);
const QUESTIONED = comparableSet(ABSENCE_SUBJECTS, TICKET_SUBJECTS);
const MAYBE = comparableSet(MAYBE_ABSENCE_SUBJECTS);
const READ = comparableSet(READ_SUBJECTS);
/** OTRS and similar systems put their ticket number first in a person's answer as well as in a note. */
const TICKET =
  /^(?:(?:ticket|case|request|incident|anfrage|vorgang|demande|caso)[ :]?(?:#|no\.?|nr\.?|id)?[ :#]?|#)\d{3,}$/;
/** Outlook's receipt is one sentence with two times. A longer text comes from a person. */
const LONGEST_RECEIPT = 600;
/**
 * Anti-spam systems that deliver a mail only after the sender answers their challenge (BoxTrapper, TMDA, Spam Arrest).
 */
const CHALLENGE =
  /\[confirm [^\]]{1,80}\]|\bverify#|\bplease confirm your (?:message|e-?mail)|requires verification|\byour (?:message|mail|e-?mail) is (?:awaiting|being held)/;

export function mayBeAutomatic(mail: KnownFacts): boolean {
  const isShort = (mail.text ?? "").trim().length <= LONGEST_RECEIPT;
  return (
    comparableSubjects(mail).some((subject) => {
      return CHALLENGE.test(subject) || subjectMarks(subject).some((head) => mayBeMarked(head, subject, isShort));
    }) ||
    hasBounceSubject(mail) ||
    hasReportFile(mail) ||
    isByInboxRule(mail) ||
    isNamedMailSystem(mail) ||
    // A form that the owner trusts names its user in Reply-To, and its sender may be called "no reply".
    (isNoReplyName(mail.author?.name ?? "") && !isForeignReplyTo(mail))
  );
}

function mayBeMarked({ form, mark }: SubjectMark, subject: string, isShort: boolean): boolean {
  if (form === "whole") return WHOLE.has(mark) || isAbsenceOf(mark);
  if (form === "tag") return TICKET.test(mark) || MAYBE.has(mark);
  return MAYBE.has(mark) || (QUESTIONED.has(mark) && isQuestion(subject)) || (READ.has(mark) && isShort);
}

/** Matches "Jane Doe is out of the office", a subject of Notes and GroupWise, and "Auto reply from Jane Doe". */
function isAbsenceOf(subject: string): boolean {
  const [mark = ""] = subject.split(" from ", 1);
  return / (?:is|am|will be) (?:currently )?out of (?:the )?office\b/.test(subject) || QUESTIONED.has(mark);
}

/** Exchange marks mails that an inbox rule wrote, but also mails that a rule only forwards. */
function isByInboxRule({ headers }: KnownFacts): boolean {
  return headerValues(headers, "x-ms-exchange-generated-message-source").some((value) => /agent/i.test(value));
}
