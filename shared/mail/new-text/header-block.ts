import { hasDate, hasTime } from "./evidence.ts";
import type { Line } from "./line.ts";
import { normalizeLine } from "./line.ts";
import { COPY_LABELS, LABELS, type Label, type LabelKind } from "./words.ts";

/** The header lines that programs put above a quoted or forwarded mail: From, Sent, To, Subject in one language. */
const MAX_LINES = 20;
const MAX_LABEL = 40;

/** What the line above says about a following mail: a program's words, Outlook's divider, or nothing. */
export type LineAbove = "words" | "rule" | undefined;

type Field = { label: string; value: string; isBold: boolean };

/**
 * Returns the number of lines of a header block at `at`; 0 if there is none. People write such lines too, in a form or
 * a travel request, so a block needs something that only a program writes: the sender's address, the time of sending,
 * and no label that headers do not have.
 */
export function headerBlockAt(lines: Line[], at: number, mark: LineAbove): number {
  if (meaningsOf(fieldOf(lines[at]))?.length === undefined) return 0;
  const fields = new Map<LabelKind, Field & { isSent: boolean }>();
  let languages: Set<string> | undefined;
  let last: LabelKind | undefined;
  let length = 0;
  for (; length < MAX_LINES && at + length < lines.length; length++) {
    const line = lines[at + length];
    const field = fieldOf(line);
    const meanings = meaningsOf(field)?.filter(
      ({ lang }) => languages === undefined || lang === "*" || languages.has(lang),
    );
    const meaning = meanings && choose(meanings, fields);
    if (field && meanings && meaning) {
      const spoken = meanings.filter(({ kind }) => kind === meaning.kind).map(({ lang }) => lang);
      if (!spoken.includes("*")) languages = new Set(spoken);
      if (!fields.has(meaning.kind)) fields.set(meaning.kind, { ...field, isSent: meaning.isSent });
      last = meaning.kind;
      continue;
    }
    if (line && isContinued(line, lines[at + length - 1], last)) continue;
    if (last === "subject" && mark !== undefined && meaningsOf(fieldOf(lines[at + length + 1])) && !field) continue;
    // A form has labels that are not header names.
    if (field && field.label !== "" && isAlien(field)) return 0;
    break;
  }
  return isBlock(fields, lines[at]?.isQuote ? "words" : mark) ? length : 0;
}

function isBlock(fields: Map<LabelKind, Field & { isSent: boolean }>, mark: LineAbove): boolean {
  const from = fields.get("from");
  const date = fields.get("date");
  const kinds = [...fields.keys()].filter((kind) => kind !== "other").length;
  if (!from || kinds < 3) return false;
  const hasAddress = from.value.includes("@");
  const isTimed = date !== undefined && hasTime(date.value);
  if (mark === "words") return hasAddress || isTimed || kinds === 4;
  if (mark === "rule" || from.isBold) return hasAddress || (isTimed && kinds === 4) || isSent(date, kinds);
  if (!date) return false;
  // Inside a company, Outlook writes only the name.
  if (hasAddress) return isTimed || (hasDate(date.value) && kinds === 4);
  return isTimed && (date.isSent ? fields.has("subject") : kinds === 4 && fields.has("other") && hasDate(date.value));
}

/** No form asks for "Sent: ...". */
function isSent(date: (Field & { isSent: boolean }) | undefined, kinds: number): boolean {
  return date?.isSent === true && (hasTime(date.value) || (kinds === 4 && hasDate(date.value)));
}

/** If a word has two meanings ("A" is also To in Italian), picks the field that the block still lacks. */
function choose(meanings: Label[], fields: Map<LabelKind, unknown>): Label | undefined {
  return meanings.find(({ kind }) => !fields.has(kind)) ?? meanings.find(({ kind }) => kind === "other");
}

function meaningsOf(field: Field | undefined): Label[] | undefined {
  if (!field) return undefined;
  if (COPY_LABELS.has(field.label)) return [{ lang: "*", kind: "other", isSent: false }];
  return LABELS.get(field.label);
}

/** Reads `From: x`, `*From:* x`, `From : x`, and a table row `| From | x |`. */
function fieldOf(line: Line | undefined): Field | undefined {
  const text = line?.normalized ?? "";
  const start = text.slice(0, MAX_LABEL);
  const end = start.search(line && /^\s*\|/.test(line.raw) ? /[:：՝|]/ : /[:：՝]/);
  if (end < 1) return undefined;
  const label = start
    .slice(0, end)
    .replace(/^[*_ ]{1,4}/, "")
    .replace(/[*_ ]{1,4}$/, "")
    .toLowerCase();
  const value = text.slice(end + 1).replace(/^[*_ |]{1,9}/, "");
  return { label, value, isBold: text.startsWith("*") };
}

/** Recipients may take several lines, and a long subject is folded as in a header. */
function isContinued(line: Line, above: Line | undefined, last: LabelKind | undefined): boolean {
  if (last === undefined || line.isBlank || line.normalized === "") return false;
  if (/[,;<]$/.test(above?.normalized ?? "")) return last !== "subject";
  if (last === "subject") return /^[>|\s]*[> ]\s{1,8}\S/.test(line.raw) && /^\s/.test(line.raw);
  return /^\S*@\S*$/.test(line.normalized.replace(/[<>,; ]/g, "")) || /^<[^<>]*>[,;]?$/.test(line.normalized);
}

/** A label that mails do not have: `Message: ...`, `Passengers: 2`. */
function isAlien({ label, value }: Field): boolean {
  return label.split(" ").length <= 3 && !/[.!?]/.test(label) && !value.startsWith("//") && normalizeLine(label) !== "";
}
