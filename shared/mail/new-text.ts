import { attributionAt } from "./new-text/attribution.ts";
import { headerBlockAt } from "./new-text/header-block.ts";
import { markerAt } from "./new-text/marker.ts";
import { isMobileSignature, isStroke, signatureStart } from "./new-text/signature.ts";

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
  const lines = text.split("\n");
  const isNew = markSeparators(lines);
  const kept = lines.flatMap((line, at) => (isNew[at] ? [{ line, at }] : []));
  const end = signatureStart(kept.map(({ line }) => line));
  for (const { at } of kept.slice(trimmedEnd(kept.slice(0, end).map(({ line }) => line)))) isNew[at] = false;
  const pick = (wanted: boolean) => lines.filter((_, at) => isNew[at] === wanted).join("\n");
  return {
    text: pick(true)
      .replace(/^(?:[ \t]*\n)+/, "")
      .trimEnd(),
    rest: pick(false).trim(),
  };
}

/** For each line, whether it is not part of what a separator takes with it. */
function markSeparators(lines: string[]): boolean[] {
  const isNew = lines.map(() => true);
  let hasText = false;
  for (let at = 0; at < lines.length; ) {
    const attribution = attributionAt(lines, at);
    const length = attribution || headerBlockAt(lines, at) || markerAt(lines, at);
    if (length === 0) {
      hasText ||= isWritten(lines[at] ?? "");
      at++;
      continue;
    }
    const end = takenEnd(lines, at, length, attribution > 0, hasText);
    isNew.fill(false, at, end);
    at = end;
  }
  return isNew;
}

/** Where what a separator at `at` takes with it ends. */
function takenEnd(lines: string[], at: number, length: number, isAttribution: boolean, hasText: boolean): number {
  const below = at + length;
  const quote = quoteEnd(lines, below);
  // Without a quotation mark nothing tells the quoted from the new; above it was written, so below it is quoted.
  if (quote === below) return hasText && !isQuote(lines[at] ?? "") ? lines.length : Math.max(below, quote);
  const goesOn = hasWords(lines, quote);
  if (hasText) return goesOn && isAttribution ? below : lines.length;
  const isInterleaved = lines.slice(quote).some(isQuote);
  return isAttribution && !isInterleaved ? quote : below;
}

/** The end of the quoted lines that begin at `from`, blank ones above and between included; `from` where none do. */
function quoteEnd(lines: string[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isQuote(line)) end = at + 1;
    else if (line.trim() !== "") break;
  }
  return end;
}

/** True when somebody wrote on below: something else than a signature or the next quotation. */
function hasWords(lines: string[], from: number): boolean {
  const below = lines.slice(from);
  const first = below.findIndex((line) => line.trim() !== "");
  if (first < 0 || attributionAt(below, first) > 0 || headerBlockAt(below, first) > 0) return false;
  return below.slice(0, signatureStart(below)).some(isWritten);
}

/** How many lines are left without strokes, mobile signatures and quotations at their end. */
function trimmedEnd(lines: string[]): number {
  const isOnlyQuoted = !lines.some(isWritten);
  let end = lines.length;
  while (end > 0) {
    const line = lines[end - 1] ?? "";
    const isExtra = line.trim() === "" || isStroke(line) || isMobileSignature(line);
    if (!isExtra && (isOnlyQuoted || !isQuote(line))) break;
    end--;
  }
  return end;
}

function isWritten(line: string): boolean {
  return line.trim() !== "" && !isQuote(line) && !isStroke(line) && !isMobileSignature(line);
}

/** `> text`, Outlook's `| text`, and the initials of old programs: `AB> text`. */
function isQuote(line: string): boolean {
  return /^\s?(?:[A-Za-z]{0,3}>|\| )/.test(line) || line === "|";
}
