import { addressIn, hasDate, hasTime } from "./evidence.ts";
import type { Line } from "./line.ts";
import { DATED, isProgramsLine } from "./program-line.ts";
import { OPENERS, splitWords, VERBS } from "./words.ts";

/** "On Monday Alice wrote:", the attribution line above a quotation. Programs fold it over several lines. */
const MAX_LINES = 6;
const MAX_LENGTH = 450;
const VERB_ENDS = new Set(VERBS.map((verb) => verb.slice(-1)));

/**
 * Maps each line that starts an attribution to its number of lines. A line counts only if it has what programs write
 * (a verb, an address, a date, in their forms) and none of the writer's own words.
 */
export function findAttributions(lines: Line[]): Map<number, number> {
  const found = new Map<number, number>();
  lines.forEach((line, end) => {
    if (!isEnd(line.normalized)) return;
    const start = startOf(lines, end);
    if (start !== undefined) found.set(start, end - start + 1);
  });
  return found;
}

/** True if a line can be the last of an attribution. */
function isEnd(folded: string): boolean {
  if (folded === "" || folded.length > MAX_LENGTH) return false;
  const bare = withoutEnd(folded);
  if (/[:：՝៖]/.test(folded.slice(bare.length)) || DATED.test(folded) || folded.startsWith(":")) return true;
  const lower = bare.toLowerCase();
  // Most lines fail here, because few letters end a verb.
  if (!VERB_ENDS.has(lower.slice(-1))) return false;
  return /^.{0,3}(?:wrote|writes|said)$|[\d@]/.test(lower) && VERBS.some((verb) => lower.endsWith(verb));
}

/** Strips the end of the line: colons, full stops, and the dashes of Zoho and Notes. */
function withoutEnd(folded: string): string {
  let end = folded.length;
  while (end > 0 && /[\s:：՝៖.*-]/.test(folded.charAt(end - 1))) end--;
  return folded.slice(0, end);
}

/**
 * Returns the nearest line with a typical start; otherwise the last line itself; otherwise the nearest line with an
 * address.
 */
function startOf(lines: Line[], end: number): number | undefined {
  const isQuoted = quoteFollows(lines, end);
  const starts: { start: number; joined: string }[] = [];
  let joined = "";
  for (let start = end; start >= 0 && start > end - MAX_LINES; start--) {
    const line = lines[start]?.normalized ?? "";
    // A blank line ends the search, unless the address is below it.
    if (line === "" && !/^<|^mailto:|^wrote|^>/.test(joined)) break;
    // A line that itself ends like an attribution ends the search too.
    if (start < end && /[:：]$/.test(line)) break;
    joined = `${line} ${joined}`.trim();
    if (joined.length > MAX_LENGTH) break;
    if (line !== "") starts.push({ start, joined });
  }
  const first = (start: number) => lines[start]?.normalized ?? "";
  const isRight = ({ joined }: { joined: string }) => isAttribution(joined, isQuoted);
  const opening = starts.filter((way) => opens(first(way.start)));
  return (
    opening.find((way) => hasDate(way.joined) && isRight(way)) ??
    opening.find(isRight) ??
    starts.slice(0, 1).find(isRight) ??
    starts.slice(1).find((way) => first(way.start).includes("<") && isRight(way))
  )?.start;
}

function quoteFollows(lines: Line[], end: number): boolean {
  const next = lines.slice(end + 1, end + 4).find(({ isBlank }) => !isBlank);
  return next?.isQuote ?? false;
}

const MONTH = /^\p{L}{2,12}$/u;

/** True if the line starts with a date, alone or after one word like "On", a weekday or a month. */
function opens(folded: string): boolean {
  const words = folded.replace(/^[-:" ]{1,9}/, "").split(" ", 4);
  const digit = words.findIndex((word) => /\d/.test(word) && !word.includes("@"));
  if (digit === 0) return true;
  const [first = ""] = splitWords(words[0] ?? "");
  // A weekday is abbreviated or followed by a comma.
  return (
    digit > 0 && (OPENERS.has(first) || /[.,]$/.test(words[0] ?? "") || (digit === 1 && MONTH.test(words[0] ?? "")))
  );
}

function isAttribution(folded: string, isQuoted: boolean): boolean {
  const text = withoutEnd(folded).replace(/^[-: ]{1,99}/, "");
  const hasAddress = addressIn(text) !== undefined;
  const isDated = hasDate(text);
  const isTimed = hasTime(text);
  // Most lines fail here, before the many verbs of all languages are compared.
  if (!isQuoted && !hasAddress && !(isDated && isTimed) && !DATED.test(folded)) return false;
  const verb = verbIn(text.toLowerCase());
  // A verb is enough, or a date with a time, or a date with an address above a quotation.
  const isEnough = verb !== undefined || (isDated && (isTimed || (isQuoted && hasAddress)));
  const isBare = verb === undefined && !hasAddress && !isQuoted;
  if (!DATED.test(folded) && (!isEnough || isBare)) return false;
  return isProgramsLine(text, verb, { hasAddress, isDated: isDated || isTimed, isQuoted });
}

function verbIn(lower: string): string | undefined {
  return VERBS.find((verb) => {
    const at = lower.indexOf(verb);
    if (at < 0) return false;
    // Thai, Chinese and Japanese have no blanks between words. In all of them except Thai, the verb ends the line.
    if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}]/u.test(verb))
      return lower.endsWith(verb) || at === 0 || /^ ?\d/.test(lower.slice(at + verb.length));
    if (/\p{sc=Thai}/u.test(verb)) return true;
    return !/\p{L}$/u.test(lower.slice(0, at)) && !/^\p{L}/u.test(lower.slice(at + verb.length));
  });
}
