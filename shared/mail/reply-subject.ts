import { cleanLine } from "./clean-line.ts";
import { cut } from "./cut.ts";

/** SES and most mailboxes take longer ones; nobody reads them. */
const MAX_SUBJECT = 255;

// "Re" as mail programs write it in English, German, Dutch, Scandinavian, Finnish and Polish, also counted: Re[2].
const ANSWER_MARKS = /^(?:(?:re|aw|antw|sv|vs|odp)(?:\[\d{1,4}\])? ?: ?)+/i;

/** The subject of an answer: exactly one "Re: " in front (RFC 5322, 3.6.5). */
export function replySubject(subject: string): string {
  const own = cleanLine(subject, subject.length).replace(ANSWER_MARKS, "");
  return cut(`Re: ${own === "" ? "(no subject)" : own}`, MAX_SUBJECT).trimEnd();
}
