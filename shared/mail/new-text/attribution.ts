import { addressIn, hasDate, hasTime } from "./evidence.ts";
import type { Line } from "./line.ts";
import { hasOwnPart, isOwnWord } from "./own-words.ts";
import { FRAME_WORDS, OPENERS, VERBS, wordsOf } from "./words.ts";

/** "On Monday Alice wrote:", the line above a quotation. Programs fold it over a few lines. */
const MAX_LINES = 6;
const MAX_LENGTH = 450;
const MAX_NAME_WORDS = 12;
/** "On Mon, 23", "Am Freitag, dem 27." */
const MAX_WORDS_BEFORE_DATE = 5;
/** "23 Nov 2026 at 9:14 AM -0500": what stands between the first digit and the last. */
const MAX_DATE_WORDS = 12;
/** Of these, months, weekdays and such. */
const MAX_WORDS_IN_DATE = 3;

/** Gmail's date lines of 2009 to 2016: `2016-03-03 17:21 GMT+01:00 Some One`, `2013/7/20 Some One <one@x.example>`. */
const DATED =
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2} (?:GMT|UTC)[+-]\d{2}:\d{2} \S|[^<>]{1,100}<[^<>\s]*@[^<>\s]+>:?$)/;
/** Small words of names: Vincent van Gogh, Bob via Forum. */
const NAME_PARTICLES = new Set(
  "von van de der den da di dos das du la le of bin ibn al el y e zu zum ter te via for".split(" "),
);
/** Beside the hour: halves of the day, zones, "o'clock" and "year" in programs' languages. */
const TIME_WORDS = new Set(
  "am pm a.m p.m uhr gmt utc cet cest est edt pst pdt mst mdt cst cdt bst msk ist г р ч h klo kl".split(" "),
);
/** "a.m.", "π.μ.", "p.d." */
const HALF_OF_DAY = /^(?:\p{L}{1,2}\.){1,3}\p{L}{0,2},?$/u;
/** How people name somebody whom they write about. */
const TITLES = new Set(
  "mr mrs ms miss frau herr herrn mme monsieur madame sr sra señor señora signor signora pan pani dhr mevr".split(" "),
);
const OUTSIDE = /["«»„“”][^"«»„“”]{0,100}["«»„“”]|[<([]?[^\s<>()[\]]{1,64}@[^\s<>()[\]]{1,255}[>)\]]?/gu;

/**
 * How many lines from each line on say who wrote what follows, for the lines where such begin. A line counts only where
 * it has what programs write: a verb, an address, a date, in the form that they write it, and no words of the writer.
 */
export function findAttributions(lines: Line[]): Map<number, number> {
  const found = new Map<number, number>();
  lines.forEach((line, end) => {
    if (!isEnd(line.folded)) return;
    const start = startOf(lines, end);
    if (start !== undefined) found.set(start, end - start + 1);
  });
  return found;
}

/** True where a line can be the last of an attribution. */
function isEnd(folded: string): boolean {
  if (folded === "" || folded.length > MAX_LENGTH) return false;
  const bare = withoutEnd(folded);
  if (/[:：՝៖]/.test(folded.slice(bare.length)) || DATED.test(folded) || folded.startsWith(":")) return true;
  const lower = bare.toLowerCase();
  return /^.{0,3}(?:wrote|writes|said)$|[\d@]/.test(lower) && VERBS.some((verb) => lower.endsWith(verb));
}

/** Without what closes the line: colons, points and the dashes of Zoho and Notes. */
function withoutEnd(folded: string): string {
  let end = folded.length;
  while (end > 0 && /[\s:：՝៖.*-]/.test(folded.charAt(end - 1))) end--;
  return folded.slice(0, end);
}

/** The nearest line that begins as programs' lines do; else the last line itself; else the nearest that has an address. */
function startOf(lines: Line[], end: number): number | undefined {
  const isQuoted = quoteFollows(lines, end);
  const starts: { start: number; joined: string }[] = [];
  let joined = "";
  for (let start = end; start >= 0 && start > end - MAX_LINES; start--) {
    const line = lines[start]?.folded ?? "";
    // A blank line ends it, unless the address stands below.
    if (line === "" && !/^<|^mailto:|^wrote|^>/.test(joined)) break;
    // So does a line that ends as an attribution itself.
    if (start < end && /[:：]$/.test(line)) break;
    joined = `${line} ${joined}`.trim();
    if (joined.length > MAX_LENGTH) break;
    if (line !== "") starts.push({ start, joined });
  }
  const first = (start: number) => lines[start]?.folded ?? "";
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

/** The date at its beginning, alone or behind a word as "On", or a weekday. */
const MONTH = /^\p{L}{2,12}$/u;

function opens(folded: string): boolean {
  const words = folded.replace(/^[-:" ]{1,9}/, "").split(" ", 4);
  const digit = words.findIndex((word) => /\d/.test(word) && !word.includes("@"));
  if (digit === 0) return true;
  const [first = ""] = wordsOf(words[0] ?? "");
  // A weekday is short, or closed by a point or a comma.
  return (
    digit > 0 && (OPENERS.has(first) || /[.,]$/.test(words[0] ?? "") || (digit === 1 && MONTH.test(words[0] ?? "")))
  );
}

function isAttribution(folded: string, isQuoted: boolean): boolean {
  const text = withoutEnd(folded).replace(/^[-: ]{1,99}/, "");
  const hasAddress = addressIn(text) !== undefined;
  const isDated = hasDate(text);
  const isTimed = hasTime(text);
  // Most lines end here: the verbs of all languages are many.
  if (!isQuoted && !hasAddress && !(isDated && isTimed) && !DATED.test(folded)) return false;
  const verb = verbIn(text.toLowerCase());
  // A quotation follows, or the address is there, or the day and the hour.
  const isEnough = verb !== undefined || (isDated && (isTimed || (isQuoted && hasAddress)));
  const isBare = verb === undefined && !hasAddress && !isQuoted;
  if (!DATED.test(folded) && (!isEnough || isBare)) return false;
  return isProgramsLine(text, verb, { hasAddress, isDated: isDated || isTimed, isQuoted });
}

function verbIn(lower: string): string | undefined {
  return VERBS.find((verb) => {
    const at = lower.indexOf(verb);
    if (at < 0) return false;
    // Thai, Chinese and Japanese set no blanks; of these but the Thai verb ends the line.
    if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}]/u.test(verb))
      return lower.endsWith(verb) || at === 0 || /^ ?\d/.test(lower.slice(at + verb.length));
    if (/\p{sc=Thai}/u.test(verb)) return true;
    return !/\p{L}$/u.test(lower.slice(0, at)) && !/^\p{L}/u.test(lower.slice(at + verb.length));
  });
}

/** False where somebody put words of their own between the date, the name and the verb. */
function isProgramsLine(
  text: string,
  verb: string | undefined,
  line: { hasAddress: boolean; isDated: boolean; isQuoted: boolean },
): boolean {
  const rest = text.replace(OUTSIDE, (part) => (part.includes("@") ? " " : " Name "));
  const tokens = rest.split(/[\s，、]+/).filter((token) => /[\p{L}\d]/u.test(token));
  const isYou = line.isQuoted && line.isDated && /\byou (?:wrote|said)$/i.test(text);
  if (hasOwnPart(rest) || (!isYou && tokens.some((token) => isOwnToken(token)))) return false;

  const first = tokens.findIndex((token) => /\d/.test(token));
  const last = tokens.findLastIndex((token) => /\d/.test(token));
  if (first >= 0 && last - first >= MAX_DATE_WORDS) return false;
  const before = tokens.slice(0, Math.max(first, 0));
  const isVerbFirst =
    verb !== undefined &&
    before
      .join(" ")
      .toLowerCase()
      .includes(verb.split(" ")[0] ?? verb);
  if (!isVerbFirst && before.length > MAX_WORDS_BEFORE_DATE && !line.hasAddress) return false;
  if (before.some((token) => /[!?]$/.test(token) || /\p{L}{6,}\.$/u.test(token))) return false;

  const verbWords = new Set(wordsOf(verb ?? ""));
  const around = [...(isVerbFirst || line.hasAddress ? before : []), ...tokens.slice(last + 1)];
  const isFrame = (word: string) => verbWords.has(word) || FRAME_WORDS.has(word) || TIME_WORDS.has(word);
  const isName = (token: string) => !HALF_OF_DAY.test(token) && wordsOf(token).some((word) => !isFrame(word));
  const name = around.filter(isName);
  const inDate = tokens
    .slice(Math.max(first, 0), Math.max(last, 0))
    .filter((token) => !/\d/.test(token) && isName(token));
  if (inDate.length > MAX_WORDS_IN_DATE) return false;
  const small = name.filter(isSmall);
  if (name.length > MAX_NAME_WORDS) return false;
  // The second line of one that is folded has no name.
  const isNameless = name.length === 0 && (verb === undefined || !before.some(isName));
  // "Please answer until 3.5.2026 10:00 to ...": programs that write no verb write nothing else either.
  if (verb === undefined && !(line.hasAddress ? isVerbless(text, before, small) : isDateAndName(text, name)))
    return false;
  if (!line.hasAddress && isNameless && !hasHanName(rest, verb)) return false;
  if (line.hasAddress)
    return small.length <= (/[<([]\s?[^\s<>()[\]]{1,64}@/.test(text) && (line.isDated || line.isQuoted) ? 3 : 0);
  if (name.some((token) => wordsOf(token).some((word) => TITLES.has(word)))) return false;
  // Without a date and an address nothing but a name may stand beside the verb.
  if (!line.isDated) return name.length >= 2 && name.length <= 5 && small.length === 0;
  return small.length === 0 || name.length === 1;
}

/** Ukrainian Thunderbird's `23 лист. 2026 р. 09:14, Bob Example:`. */
function isDateAndName(text: string, name: string[]): boolean {
  return DATED.test(text) || (/^\d/.test(text) && name.length > 0 && name.length <= 4);
}

/** Russian Gmail's `пт, 27 нояб. 2026 г. в 10:18, Bob <bob@x.example>:`, the address in brackets at its end. */
function isVerbless(text: string, before: string[], small: string[]): boolean {
  const after = small.filter((token) => !before.includes(token));
  return DATED.test(text) || (/[>)]$/.test(text) && before.length <= 2 && after.length === 0);
}

/** A name that stands without a blank between a Chinese date and verb. */
function hasHanName(rest: string, verb = ""): boolean {
  if (!/\p{sc=Han}/u.test(rest)) return false;
  return /[\p{L}]/u.test(
    rest.replace(verb, "").replace(/[年月日時时分秒点點周週星期一二三四五六上下午中晚早于於在]/gu, ""),
  );
}

function isOwnToken(token: string): boolean {
  const bare = token.replace(/^[^\p{L}]{1,9}/u, "").replace(/[^\p{L}\p{M}]{1,9}$/u, "");
  return isOwnWord(bare.toLowerCase(), bare);
}

function isSmall(token: string): boolean {
  const bare = token.replace(/^[^\p{L}]{1,9}/u, "");
  return /^\p{Ll}/u.test(bare) && !wordsOf(token).some((word) => NAME_PARTICLES.has(word));
}
