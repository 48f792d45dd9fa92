import { decodeWords } from "postal-mime";
import type { KnownFacts } from "./facts.ts";
import { type Header, headerValues, keyword } from "./headers.ts";
import { hasOwnMark, isMarkedNote } from "./loop-marks.ts";
import { isRobotMailer } from "./robot-mailers.ts";

/** Signs of a mail that a machine or a list sent. Each function is one rule of rules.ts. */

export function isAutoSubmitted({ headers }: KnownFacts): boolean {
  return headerValues(headers, "auto-submitted").some((value) => keyword(value) !== "no");
}

const BULK = new Set(["bulk", "junk", "list", "auto_reply"]);

export function isBulk({ headers }: KnownFacts): boolean {
  return headerValues(headers, "precedence").some((value) => BULK.has(keyword(value)));
}

const LIST_HEADERS = ["id", "owner", "subscribe", "post", "unsubscribe", "help", "archive"].map((it) => `list-${it}`);

export function isFromList({ headers }: KnownFacts): boolean {
  return hasAny(headers, LIST_HEADERS);
}

const REPORTS = new Set([
  "multipart/report",
  "message/delivery-status",
  "message/disposition-notification",
  "message/feedback-report",
]);

export function isReport({ headers, part_types }: KnownFacts): boolean {
  // The router knows the message's own type only; the parts of an attached message are never among part_types.
  const types = [...headerValues(headers, "content-type").map(keyword), ...(part_types ?? [])];
  return types.some((type) => REPORTS.has(type));
}

// DR, RN and NRN ask for no delivery report and no receipts; an answer is none of these.
const NO_ANSWER = new Set(["all", "autoreply", "oof"]);

export function suppressesAnswers({ headers }: KnownFacts): boolean {
  const words = headerValues(headers, "x-auto-response-suppress").flatMap((value) =>
    value.toLowerCase().split(/[\s,]+/),
  );
  return words.some((word) => NO_ANSWER.has(word));
}

const GENERATED_HEADERS = ["x-autoreply", "x-autorespond", "x-auto-generated"];

export function isGenerated(mail: KnownFacts): boolean {
  const { headers } = mail;
  return (
    hasAny(headers, GENERATED_HEADERS) ||
    headerValues(headers, "x-apple-action").some((value) => keyword(value) === "vacation") ||
    hasOwnMark(mail) ||
    isMarkedNote(mail) ||
    isRobotMailer(mail)
  );
}

// What Exchange and Outlook put before the subject of an absence note, by their language packs. As a prefix alone, and not
// after "Re:", since "How do I set an automatic reply?" is a question.
const AUTOMATIC_SUBJECT =
  /^(?:auto(?:matic)?[- ]?reply|out of (?:the )?office(?: autoreply)?|automatische antwort|abwesenheitsnotiz|réponse automatique|respuesta automática|resposta automática|risposta automatica|automatisch antwoord|autosvar) ?:/iu;

export function hasAutomaticSubject({ headers }: KnownFacts): boolean {
  return headerValues(headers, "subject").some((value) => AUTOMATIC_SUBJECT.test(decodeWords(value).trim()));
}

function hasAny(headers: Header[], names: string[]): boolean {
  return headers.some(({ name }) => names.includes(name));
}
