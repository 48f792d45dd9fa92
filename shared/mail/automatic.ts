import type { KnownFacts } from "./facts.ts";
import { headerValues, keyword } from "./headers.ts";
import { hasOwnMark, isMarkedNote } from "./loop-marks.ts";
import { isRobotMailer } from "./robot-mailers.ts";
import { ABSENCE_SUBJECTS, TICKET_SUBJECTS } from "./robots/absence-subjects.ts";
import { AUTOMATIC_FAMILY, AUTOMATIC_HEADERS, hasHeaderIn, hasHeaderNamed } from "./robots/automatic-headers.ts";
import { comparableSet } from "./robots/plain.ts";
import { comparableSubjects, type SubjectMark, subjectMarks } from "./robots/subject.ts";

/** Signs of a mail that a machine sent. Each function is one rule of rules.ts. */

export function isAutoSubmitted({ headers }: KnownFacts): boolean {
  return headerValues(headers, "auto-submitted").some((value) => keyword(value) !== "no");
}

export function isGenerated(mail: KnownFacts): boolean {
  const { headers } = mail;
  return (
    hasHeaderIn(headers, AUTOMATIC_HEADERS) ||
    hasHeaderNamed(headers, AUTOMATIC_FAMILY) ||
    hasOwnMark(mail) ||
    isMarkedNote(mail) ||
    isRobotMailer(mail)
  );
}

const AUTOMATIC = comparableSet(ABSENCE_SUBJECTS, TICKET_SUBJECTS);

/**
 * Matches only as a prefix, and not after "Re:", because "How do I set an automatic reply?" is a question. A subject
 * that ends in a question mark may come from a person too, so `mayBeAutomatic` holds it.
 */
export function hasAutomaticSubject(mail: KnownFacts): boolean {
  return comparableSubjects(mail).some((subject) => !isQuestion(subject) && subjectMarks(subject).some(isAutomatic));
}

function isAutomatic({ form, mark, remainder }: SubjectMark): boolean {
  return (form !== "whole" && AUTOMATIC.has(mark)) || (mark === "auto" && isNotesAbsence(remainder));
}

/** Notes writes "AUTO: Jane Doe is out of the office (returning 01/02/2026)". In German, "Auto:" is about a car. */
function isNotesAbsence(rest: string): boolean {
  return /\b(?:out of (?:the )?office|is away|abwesend|absent|fuera de la oficina|fuori sede|returning)\b/.test(rest);
}

export function isQuestion(subject: string): boolean {
  return /[?؟;]$/.test(subject);
}
