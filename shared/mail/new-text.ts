import { type Line, readLine } from "./new-text/line.ts";
import { isMobileSignature } from "./new-text/phone.ts";
import { findSeparators, nextFilled, type Separator } from "./new-text/separators.ts";
import { isDivider, signatureStart } from "./new-text/signature.ts";

export type NewText = {
  /** The text that the sender wrote for this mail. */
  text: string;
  /** The text that was removed, in order: quoted mails, their attribution lines, signatures. */
  rest: string;
};

/**
 * Separates what the sender wrote from what the mail program added around it. Nothing is thrown away, and if in doubt
 * a line counts as written: answers between quoted lines keep the lines that they answer.
 * @param text a mail's readable text; lines end in "\n"
 */
export function newText(text: string): NewText {
  const lines = text.split("\n").map(readLine);
  const isNew = markSeparators(lines);
  const kept = lines.flatMap((line, at) => (isNew[at] ? [{ line, at }] : []));
  const end = signatureStart(kept.map(({ line }) => line.raw));
  for (const { at } of kept.slice(contentEnd(kept.slice(0, end).map(({ line }) => line)))) isNew[at] = false;
  const pick = (wanted: boolean) => lines.flatMap(({ raw }, at) => (isNew[at] === wanted ? [raw] : []));
  return { text: withoutBlankStart(pick(true)).trimEnd(), rest: pick(false).join("\n").trim() };
}

/** For each line: false if a separator removes it. */
function markSeparators(lines: Line[]): boolean[] {
  const separators = findSeparators(lines);
  const below = scanBelow(lines, separators);
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
    const end = removedEnd(at, separator, below, { hasText, isQuote: line.isQuote, length: lines.length });
    isNew.fill(false, at, end);
    at = end;
  }
  return isNew;
}

/** Returns the end of the lines that the separator at `at` removes. */
function removedEnd(
  at: number,
  { length, isAttribution }: Separator,
  below: Below,
  mail: { hasText: boolean; isQuote: boolean; length: number },
): number {
  const start = at + length;
  const quote = below.quoteEnd[start] ?? start;
  // Without quote marks, nothing separates old text from new. If there is text above the separator, everything below it
  // is quoted.
  if (quote === start) return mail.hasText && !mail.isQuote ? mail.length : start;
  // Somebody answers between these quoted lines, so they stay.
  if (below.hasWords[quote]) return mail.hasText || below.hasQuote[quote] ? start : quote;
  return isAttribution || mail.hasText ? quote : start;
}

/** For each line: what follows from this line on. */
type Below = {
  /**
   * Where the quoted lines that begin here end, including blank lines between them; the line itself if none begin
   * here.
   */
  quoteEnd: number[];
  hasQuote: boolean[];
  /** Somebody wrote more: something other than a signature comes before the next quoted mail. */
  hasWords: boolean[];
};

function scanBelow(lines: Line[], separators: Map<number, Separator>): Below {
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

/** The number of lines that remain without the dividers, mobile signatures and quotations at the end. */
function contentEnd(lines: Line[]): number {
  const isOnlyQuoted = !lines.some(isWritten);
  let end = lines.length;
  while (end > 0) {
    const line = lines[end - 1];
    if (line === undefined) break;
    const isExtra = line.isBlank || isDivider(line.raw) || isMobileSignature(line.raw);
    if (!isExtra && (isOnlyQuoted || !line.isQuote)) break;
    end--;
  }
  return isIntroduction(lines[end - 1]) ? lines.findLastIndex((line) => !isTrimmable(line)) + 1 : end;
}

/** A line like "My colleague said:" above lines that the writer marked as a quotation. */
function isIntroduction(line: Line | undefined): boolean {
  return line !== undefined && isWritten(line) && /[:：]$/.test(line.raw.trimEnd().slice(-1));
}

function isTrimmable({ isBlank, raw }: Line): boolean {
  return isBlank || isDivider(raw) || isMobileSignature(raw);
}

function isWritten(line: Line): boolean {
  return !line.isBlank && !line.isQuote && !isDivider(line.raw) && !isMobileSignature(line.raw);
}

function withoutBlankStart(lines: string[]): string {
  const first = lines.findIndex((line) => line.trim() !== "");
  return first < 0 ? "" : lines.slice(first).join("\n");
}
