import type { DnsAnswer } from "./dns.ts";
import type { Finding, SeenRecord } from "./domain.ts";
import type { WantedRecord } from "./records.ts";

/** As many values as a page shows; a domain may have dozens of TXT records. */
const SHOWN = 5;
const SHOWN_LENGTH = 255;

/** What the name servers together say about a record. Where they disagree, the change is still on its way. */
export function judge(record: WantedRecord, answers: DnsAnswer[]): SeenRecord {
  const definite = answers.filter((answer) => answer !== "failed");
  const relevant = definite.map((values) => values.filter((value) => isAbout(record, value)));
  const found = [...new Set(relevant.flat().map((value) => value.slice(0, SHOWN_LENGTH)))].slice(0, SHOWN);
  return { id: record.id, finding: findingOf(record, relevant), found };
}

function findingOf(record: WantedRecord, answers: string[][]): Finding {
  if (answers.length === 0) return "unsure";
  const right = answers.filter((values) => isRight(record, values)).length;
  if (right === answers.length) return "found";
  if (right > 0) return "unsure";
  return answers.some((values) => values.length > 0) ? "wrong" : "missing";
}

/** A name can have many TXT records; only those of the same kind are worth showing beside ours. */
function isAbout({ type, value }: WantedRecord, found: string): boolean {
  if (type !== "TXT") return true;
  const kind = /^v=(?:spf1|DMARC1)/.exec(value)?.[0];
  return kind === undefined || lower(unquoted(found)).startsWith(kind.toLowerCase());
}

function isRight(record: WantedRecord, values: string[]): boolean {
  const { id, type, value } = record;
  if (type === "CNAME") return values.length === 1 && values.every((found) => host(found) === host(value));
  if (id === "mx") return values.length > 0 && values.every((found) => host(found) === host(value));
  if (type === "MX") return values.length === 1 && values.every((found) => host(found) === host(value));
  if (id === "dmarc") return values.length === 1 && values.every((found) => /;\s{0,9}p\s{0,9}=/i.test(found));
  // More than one SPF record is an error for every receiver (RFC 7208, 4.5).
  if (id === "bounce_spf")
    return values.length === 1 && values.every((found) => found.includes("include:amazonses.com"));
  return values.some((found) => unquoted(found) === value);
}

/** Some DNS providers store the quotes that a person copied from a zone file. */
function unquoted(value: string): string {
  const text = value.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
}

/** The host of a CNAME or an MX, without the dot that some providers want at its end. */
function host(value: string): string {
  const name = lower(value).split(" ").at(-1) ?? "";
  return name.endsWith(".") ? name.slice(0, -1) : name;
}

function lower(text: string): string {
  return text.toLowerCase();
}
