import { readPattern } from "./sender-pattern.ts";

/** What of a pasted list is no sender. `line` counts from 1. */
type Refused = { line: number; text: string; message: string };
export type SenderList = { patterns: string[]; refused: Refused[] };

/** The refusals that an answer names. A wrong file has one in each line. */
const MOST_REFUSED = 100;
const SHOWN = 80;

/** The heads of the column with the addresses, in tables of mail programs and shops. */
const HEADS = new Set(["email", "e-mail", "mail", "email address", "e-mail address", "address", "sender", "domain"]);

/**
 * Reads a list of senders as people paste it: one a line or many, between commas, semicolons, tabs or spaces, with names
 * (`Anna <anna@shop.example>`), and as CSV with a head. Lines that begin with `#` are remarks. Each sender comes once.
 */
export function readSenderList(text: string): SenderList {
  const patterns = new Set<string>();
  const refused: Refused[] = [];
  let column: number | undefined;
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = visible(raw).trim();
    if (line === "" || line.startsWith("#")) continue;
    const cells = cellsOf(line);
    const head = patterns.size + refused.length === 0 && column === undefined ? headOf(cells) : -1;
    if (head >= 0) {
      column = head;
      continue;
    }
    const wanted = column === undefined || cells.length === 1 ? cells : [cells[column] ?? ""];
    for (const entry of wanted.flatMap(entriesOf)) {
      const read = readPattern(entry);
      if ("pattern" in read) patterns.add(read.pattern);
      else if (refused.length < MOST_REFUSED) {
        refused.push({ line: at + 1, text: entry.slice(0, SHOWN), message: read.fault });
      }
    }
  }
  return { patterns: [...patterns], refused };
}

function headOf(cells: string[]): number {
  return cells.findIndex((cell) => HEADS.has(cell.replaceAll('"', "").trim().toLowerCase()));
}

/** Without characters that nobody sees and that come along when something is copied, and with plain spaces. */
function visible(line: string): string {
  return line
    .replaceAll(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, "")
    .replaceAll(/[\u00a0\u2007\u202f\u3000]/g, " ");
}

/** The parts between commas, semicolons and tabs that stand outside of quotes and angle brackets. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let from = 0;
  let isQuoted = false;
  let isBracketed = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at];
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === "<" || char === ">")) isBracketed = char === "<";
    else if (!isQuoted && !isBracketed && (char === "," || char === ";" || char === "\t")) {
      cells.push(line.slice(from, at));
      from = at + 1;
    }
  }
  return withWholeNames([...cells, line.slice(from)].map((cell) => cell.trim()).filter((cell) => cell !== ""));
}

/** `Doe, Anna <anna@shop.example>`: a name with a comma is one, although it has no quotes. */
function withWholeNames(cells: string[]): string[] {
  return cells.filter((cell, at) => {
    const next = cells[at + 1];
    return !(next !== undefined && /^[^<@]*</.test(next) && !/[@.<]/.test(cell));
  });
}

/** The senders of one cell: what stands in its brackets, or each word. */
function entriesOf(cell: string): string[] {
  const bracketed = betweenBrackets(cell);
  if (bracketed.length > 0) return bracketed;
  const isQuoted = cell.startsWith('"') && cell.endsWith('"');
  return isQuoted ? [cell] : cell.split(/\s+/);
}

function betweenBrackets(cell: string): string[] {
  const found: string[] = [];
  for (let open = cell.indexOf("<"); open >= 0; open = cell.indexOf("<", open + 1)) {
    const close = cell.indexOf(">", open);
    if (close < 0) return found;
    found.push(cell.slice(open + 1, close));
    open = close;
  }
  return found;
}
