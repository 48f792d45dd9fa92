import { answerMarksLength } from "./answer-marks.ts";
import { cleanLine } from "./clean-line.ts";
import { cutText } from "./cut.ts";

/** SES and most mailboxes accept longer subjects, but nobody reads them. */
const MAX_SUBJECT = 255;

/**
 * The subject of an answer: exactly one "Re: " in front (RFC 5322, 3.6.5), in whatever language earlier prefixes were.
 */
export function replySubject(subject: string): string {
  const line = cleanLine(subject, subject.length);
  const own = line.slice(answerMarksLength(line));
  return cutText(`Re: ${own === "" ? "(no subject)" : own}`, MAX_SUBJECT).trimEnd();
}
