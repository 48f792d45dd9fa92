import type { KnownFacts } from "./facts.ts";
import { headerValues, keyword } from "./headers.ts";
import { hasOwnMark, isMarkedNote } from "./loop-marks.ts";
import { isRobotMailer } from "./robot-mailers.ts";
import { ABSENCE_SUBJECTS, TICKET_SUBJECTS } from "./robots/absence-subjects.ts";
import { AUTOMATIC_FAMILY, AUTOMATIC_HEADERS, hasNamed, hasOneOf } from "./robots/automatic-headers.ts";
import { plainSet } from "./robots/plain.ts";
import { type Head, headsOf, plainSubjects } from "./robots/subject.ts";

/** Signs of a mail that a machine sent. Each function is one rule of rules.ts. */

export function isAutoSubmitted({ headers }: KnownFacts): boolean {
  return headerValues(headers, "auto-submitted").some((value) => keyword(value) !== "no");
}

export function isGenerated(mail: KnownFacts): boolean {
  const { headers } = mail;
  return (
    hasOneOf(headers, AUTOMATIC_HEADERS) ||
    hasNamed(headers, AUTOMATIC_FAMILY) ||
    hasOwnMark(mail) ||
    isMarkedNote(mail) ||
    isRobotMailer(mail)
  );
}

const AUTOMATIC = plainSet(ABSENCE_SUBJECTS, TICKET_SUBJECTS);

/**
 * As a prefix alone, and not after "Re:", since "How do I set an automatic reply?" is a question. One that ends in a question
 * mark may be a person's too: it is held (`maybeAutomatic`).
 */
export function hasAutomaticSubject(mail: KnownFacts): boolean {
  return plainSubjects(mail).some((subject) => !isQuestion(subject) && headsOf(subject).some(isAutomatic));
}

function isAutomatic({ form, mark, rest }: Head): boolean {
  return (form !== "whole" && AUTOMATIC.has(mark)) || (mark === "auto" && isNotesAbsence(rest));
}

/** Notes writes "AUTO: Jane Doe is out of the office (returning 01/02/2026)"; "Auto:" is a German's car. */
function isNotesAbsence(rest: string): boolean {
  return /\b(?:out of (?:the )?office|is away|abwesend|absent|fuera de la oficina|fuori sede|returning)\b/.test(rest);
}

export function isQuestion(subject: string): boolean {
  return /[?؟;]$/.test(subject);
}
