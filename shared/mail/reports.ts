import type { KnownFacts } from "./facts.ts";
import { headerValues, keyword } from "./headers.ts";
import { hasHeaderIn, REPORT_HEADERS } from "./robots/automatic-headers.ts";
import { comparable, comparableSet } from "./robots/plain.ts";
import { BOUNCE_SUBJECTS, RECEIPT_SUBJECTS } from "./robots/report-subjects.ts";
import { comparableSubjects, subjectMarks } from "./robots/subject.ts";

/** Mails from mail systems about other mails: bounces, receipts, complaints, and reports on DMARC and TLS. */

const REPORT_TYPES = new Set([
  "multipart/report",
  "message/delivery-status",
  "message/global-delivery-status",
  "message/disposition-notification",
  "message/global-disposition-notification",
  "message/feedback-report",
  "message/tracking-status",
  // RFC 8460, 3: the type of the report itself.
  "application/tlsrpt+json",
  "application/tlsrpt+gzip",
]);

export function isReport(mail: KnownFacts): boolean {
  const { headers, part_types } = mail;
  // Before the body is read, only the message's own type is known. The parts of an attached message are never in
  // part_types.
  const types = [...headerValues(headers, "content-type").map(keyword), ...(part_types ?? [])];
  return (
    types.some((type) => REPORT_TYPES.has(type)) ||
    hasHeaderIn(headers, REPORT_HEADERS) ||
    isDmarcReport(mail) ||
    hasReceiptSubject(mail) ||
    (hasBounceSubject(mail) && isOfMailSystem(mail))
  );
}

const RECEIPTS = comparableSet(RECEIPT_SUBJECTS);
const BOUNCES = comparableSet(BOUNCE_SUBJECTS);

function hasReceiptSubject(mail: KnownFacts): boolean {
  return comparableSubjects(mail).some((subject) =>
    subjectMarks(subject).some(({ form, mark }) => form === "prefix" && RECEIPTS.has(mark)),
  );
}

export function hasBounceSubject(mail: KnownFacts): boolean {
  return comparableSubjects(mail).some((subject) => subjectMarks(subject).some(({ mark }) => BOUNCES.has(mark)));
}

/** The local parts of senders of administrators' bounces, for mail systems with other names. */
const ADMINISTRATOR =
  /^(?:mail(?:er)?|mail[-_.]?(?:delivery|system|admin|server|gateway)|delivery|system|admin(?:istrat(?:or|eur|ore|oren))?|administrador|root|postmaster|exchange)(?:[-_.].*)?$/;
/** RFC 3463: the failure code that every bounce from a program contains. */
const STATUS = /\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b|\bdiagnostic-code:|\bfinal-recipient:|\bstatus: [45]\./i;

/** The display names of mail systems. */
const SYSTEM_NAMES = new Set([
  ...["mail delivery subsystem", "mail delivery system", "mail delivery service", "mail delivery agent", "mail system"],
  ...[
    "mailer-daemon",
    "mailer daemon",
    "internet mail delivery",
    "postmaster",
    "mail administrator",
    "system administrator",
  ],
]);

export function isNamedMailSystem({ author }: KnownFacts): boolean {
  return SYSTEM_NAMES.has(comparable(author?.name ?? ""));
}

function isOfMailSystem(mail: KnownFacts): boolean {
  const { author, part_types, text = "" } = mail;
  const local = author?.address.split("@", 1)[0]?.toLowerCase() ?? "";
  const parts = ["message/rfc822", "text/rfc822-headers", "message/rfc822-headers"];
  return (
    isNamedMailSystem(mail) ||
    ADMINISTRATOR.test(local) ||
    STATUS.test(text) ||
    (part_types ?? []).some((type) => parts.includes(type))
  );
}

/** RFC 9990 and RFC 7489, 7.2.1.1: `Report Domain: d Submitter: s Report-ID: <i>`; some put "[Preview]" before it. */
const DMARC_SUBJECT = /^(?:\[[^\]]{1,40}\] )?(?:dmarc aggregate )?report domain:.*\bsubmitter:/;
/** The file name from the same sections: `receiver!policy-domain!begin!end[!id].xml[.gz]`, or zipped. */
const DMARC_FILE = /^[^!\s]+![^!\s]+!\d{6,12}!\d{6,12}(?:![^!\s]+)?\.(?:xml(?:\.gz)?|zip|gz|json(?:\.gz)?)$/i;
const DMARC_WORDS = /\b(?:dmarc|report|rapport|bericht|informe|tls-?rpt)\b/;
/** A person who asks about such a report attaches it too, with a longer text. That mail is held. */
const LONGEST_NOTE = 400;

function isDmarcReport(mail: KnownFacts): boolean {
  const subjects = comparableSubjects(mail);
  if (subjects.some((subject) => DMARC_SUBJECT.test(subject))) return true;
  const { text = "" } = mail;
  return hasReportFile(mail) && text.length <= LONGEST_NOTE && !text.includes("?") && subjects.some(isReportsSubject);
}

function isReportsSubject(subject: string): boolean {
  return DMARC_WORDS.test(subject) && !subject.endsWith("?") && !/^(?:re|fwd?|aw|wg|tr|rv):/.test(subject);
}

export function hasReportFile({ filenames = [] }: KnownFacts): boolean {
  return filenames.some((name) => DMARC_FILE.test(name));
}
