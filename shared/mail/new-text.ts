import { type Line, readLine } from "./new-text/line.ts";
import { isMobileSignature } from "./new-text/phone.ts";
import { findSeparators, nextFilled, type Separator } from "./new-text/separators.ts";
import { isStroke, signatureStart } from "./new-text/signature.ts";

export type NewText = {
  /** What the sender wrote now. */
  text: string;
  /** What was taken off, in its order: quoted mails, who wrote them, signatures. */
  rest: string;
};

/**
 * Tells what somebody wrote from what their mail program put around it. Nothing is thrown away, and where it is in
 * doubt a line counts as written: answers between quoted lines keep the lines that they answer.
 * @param text a mail's readable text, its lines ended by "\n"
 */
export function newText(text: string): NewText {
  const lines = text.split("\n").map(readLine);
  const isNew = markSeparators(lines);
  const kept = lines.flatMap((line, at) => (isNew[at] ? [{ line, at }] : []));
  const end = signatureStart(kept.map(({ line }) => line.raw));
  for (const { at } of kept.slice(trimmedEnd(kept.slice(0, end).map(({ line }) => line)))) isNew[at] = false;
  const pick = (wanted: boolean) => lines.flatMap(({ raw }, at) => (isNew[at] === wanted ? [raw] : []));
  return { text: withoutBlankStart(pick(true)).trimEnd(), rest: pick(false).join("\n").trim() };
}

/** For each line, whether it is not part of what a separator takes with it. */
function markSeparators(lines: Line[]): boolean[] {
  const separators = findSeparators(lines);
  const below = whatIsBelow(lines, separators);
  const isNew = lines.map(() => true);
  let hasText = false;
  for (let at = 0; at < lines.length; ) {
    const separator = separators.get(at);
    const line = lines[at];
    if (separator === undefined || line === undefined) {
      hasText ||= line !== undefined && isWritten(line);
      at++;
      continue;
    }
    const end = takenEnd(at, separator, below, { hasText, isQuote: line.isQuote, length: lines.length });
    isNew.fill(false, at, end);
    at = end;
  }
  return isNew;
}

/** Where what a separator at `at` takes with it ends. */
function takenEnd(
  at: number,
  { length, isAttribution }: Separator,
  below: Below,
  mail: { hasText: boolean; isQuote: boolean; length: number },
): number {
  const start = at + length;
  const quote = below.quoteEnd[start] ?? start;
  // Without a quotation mark nothing tells the quoted from the new; above it was written, so below it is quoted.
  if (quote === start) return mail.hasText && !mail.isQuote ? mail.length : start;
  // Among quoted lines somebody answers them, so they stay.
  if (below.hasWords[quote]) return mail.hasText || below.hasQuote[quote] ? start : quote;
  return isAttribution || mail.hasText ? quote : start;
}

/** Of each line: what there is from it on. */
type Below = {
  /** Where the quoted lines that begin here end, blank ones between included; the line itself where none begin. */
  quoteEnd: number[];
  hasQuote: boolean[];
  /** Somebody wrote on: something else comes first than the next quoted mail, and not only a signature. */
  hasWords: boolean[];
};

function whatIsBelow(lines: Line[], separators: Map<number, Separator>): Below {
  const filled = nextFilled(lines);
  const signature = signatureStart(lines.map(({ raw }) => raw));
  const below: Below = { quoteEnd: [], hasQuote: [], hasWords: [] };
  let hasWritten = false;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (line === undefined) continue;
    const next = below.quoteEnd[at + 1] ?? lines.length;
    const goesOn = next > at + 1 ? next : undefined;
    below.quoteEnd[at] = line.isQuote ? (goesOn ?? at + 1) : line.isBlank ? (goesOn ?? at) : at;
    below.hasQuote[at] = line.isQuote || (below.hasQuote[at + 1] ?? false);
    hasWritten ||= at < signature && isWritten(line);
    below.hasWords[at] = hasWritten && !separators.has(filled[at] ?? lines.length);
  }
  return below;
}

/** How many lines are left without strokes, mobile signatures and quotations at their end. */
function trimmedEnd(lines: Line[]): number {
  const isOnlyQuoted = !lines.some(isWritten);
  let end = lines.length;
  while (end > 0) {
    const line = lines[end - 1];
    if (line === undefined) break;
    const isExtra = line.isBlank || isStroke(line.raw) || isMobileSignature(line.raw);
    if (!isExtra && (isOnlyQuoted || !line.isQuote)) break;
    end--;
  }
  return isIntroduction(lines[end - 1]) ? lines.findLastIndex((line) => !isTrimmable(line)) + 1 : end;
}

/** "My colleague said:" above lines that the writer marked as somebody else's words. */
function isIntroduction(line: Line | undefined): boolean {
  return line !== undefined && isWritten(line) && /[:：]$/.test(line.raw.trimEnd().slice(-1));
}

function isTrimmable({ isBlank, raw }: Line): boolean {
  return isBlank || isStroke(raw) || isMobileSignature(raw);
}

function isWritten(line: Line): boolean {
  return !line.isBlank && !line.isQuote && !isStroke(line.raw) && !isMobileSignature(line.raw);
}

function withoutBlankStart(lines: string[]): string {
  const first = lines.findIndex((line) => line.trim() !== "");
  return first < 0 ? "" : lines.slice(first).join("\n");
}
