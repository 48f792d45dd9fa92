import { hasOwnPart, isOwnWord } from "./own-words.ts";
import { FRAME_WORDS, splitWords } from "./words.ts";

/** Gmail's date lines of 2009 to 2016: `2016-03-03 17:21 GMT+01:00 Some One`, `2013/7/20 Some One <one@x.example>`. */
export const DATED =
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2} (?:GMT|UTC)[+-]\d{2}:\d{2} \S|[^<>]{1,100}<[^<>\s]*@[^<>\s]+>:?$)/;
const MAX_NAME_WORDS = 12;
const MAX_SMALL_WORDS = 3;
/** "On Mon, 23", "Am Freitag, dem 27." */
const MAX_WORDS_BEFORE_DATE = 5;
/** "23 Nov 2026 at 9:14 AM -0500": the words between the first digit and the last. */
const MAX_DATE_WORDS = 12;
/** The words among them that may be months, weekdays and the like. */
const MAX_WORDS_IN_DATE = 3;
/** Lower-case words in names: Vincent van Gogh, Bob via Forum. */
const NAME_PARTICLES = new Set(
  "von van de der den da di dos das du la le of bin ibn al el y e zu zum ter te via for".split(" "),
);
/** Words next to the time: halves of the day, time zones, "o'clock" and "year" in programs' languages. */
const TIME_WORDS = new Set(
  "am pm a.m p.m uhr gmt utc cet cest est edt pst pdt mst mdt cst cdt bst msk ist г р ч h klo kl".split(" "),
);
/** "a.m.", "π.μ.", "p.d." */
const HALF_OF_DAY = /^(?:\p{L}{1,2}\.){1,3}\p{L}{0,2},?$/u;
/** Titles, which people use in sentences about somebody. */
const TITLES = new Set(
  "mr mrs ms miss frau herr herrn mme monsieur madame sr sra señor señora signor signora pan pani dhr mevr".split(" "),
);
const OUTSIDE = /["«»„“”][^"«»„“”]{0,100}["«»„“”]|[<([]?[^\s<>()[\]]{1,64}@[^\s<>()[\]]{1,255}[>)\]]?/gu;

type Found = { hasAddress: boolean; isDated: boolean; isQuoted: boolean };

/** False if there are a person's own words between the date, the name and the verb. */
export function isProgramsLine(text: string, verb: string | undefined, line: Found): boolean {
  const rest = text.replace(OUTSIDE, (part) => (part.includes("@") ? " " : " Name "));
  const tokens = rest.split(/[\s，、]+/).filter((token) => /[\p{L}\d]/u.test(token));
  const isYou = line.isQuoted && line.isDated && /\byou (?:wrote|said)$/i.test(text);
  if (hasOwnPart(rest) || (!isYou && tokens.some(isOwnToken))) return false;

  const { before, name, isLike, isNamed } = partsOf(tokens, verb, line);
  if (!isLike) return false;
  const small = name.filter(isSmall).length;
  // "Please answer until 3.5.2026 10:00 to ...": a program that writes no verb writes no other words either.
  if (verb === undefined && !(line.hasAddress ? isVerbless(text, before, name) : isDateAndName(text, name)))
    return false;
  if (line.hasAddress) return small <= (isBracketed(text) && (line.isDated || line.isQuoted) ? MAX_SMALL_WORDS : 0);
  // The second line of a folded attribution has no name.
  if (!isNamed && !hasHanName(rest, verb)) return false;
  if (name.some((token) => splitWords(token).some((word) => TITLES.has(word)))) return false;
  // Without a date and an address, only a name may be next to the verb.
  if (!line.isDated) return name.length >= 2 && name.length <= 5 && small === 0;
  return small === 0 || name.length === 1;
}

type Parts = {
  /** The words before the first digit. */
  before: string[];
  /** The words next to the date, without the verb and programs' words: a name, or a sentence. */
  name: string[];
  isNamed: boolean;
  /** True if the date, the words before it and the name are not longer than programs write them. */
  isLike: boolean;
};

function partsOf(tokens: string[], verb: string | undefined, { hasAddress }: Found): Parts {
  const first = tokens.findIndex((token) => /\d/.test(token));
  const last = tokens.findLastIndex((token) => /\d/.test(token));
  const before = tokens.slice(0, Math.max(first, 0));
  const start = verb?.split(" ")[0];
  const isVerbFirst = start !== undefined && before.join(" ").toLowerCase().includes(start);

  const verbWords = new Set(splitWords(verb ?? ""));
  const isFrame = (word: string) => verbWords.has(word) || FRAME_WORDS.has(word) || TIME_WORDS.has(word);
  const isName = (token: string) => !HALF_OF_DAY.test(token) && splitWords(token).some((word) => !isFrame(word));
  const name = [...(isVerbFirst || hasAddress ? before : []), ...tokens.slice(last + 1)].filter(isName);
  const date = tokens.slice(Math.max(first, 0), Math.max(last, 0));
  const inDate = date.filter((token) => !/\d/.test(token) && isName(token));

  const isLike =
    date.length < MAX_DATE_WORDS &&
    inDate.length <= MAX_WORDS_IN_DATE &&
    name.length <= MAX_NAME_WORDS &&
    (isVerbFirst || hasAddress || before.length <= MAX_WORDS_BEFORE_DATE) &&
    !before.some((token) => /[!?]$/.test(token) || /\p{L}{6,}\.$/u.test(token));
  return { before, name, isNamed: name.length > 0 || (verb !== undefined && before.some(isName)), isLike };
}

function isBracketed(text: string): boolean {
  return /[<([]\s?[^\s<>()[\]]{1,64}@/.test(text);
}

/** Ukrainian Thunderbird writes `23 лист. 2026 р. 09:14, Bob Example:`. */
function isDateAndName(text: string, name: string[]): boolean {
  return DATED.test(text) || (/^\d/.test(text) && name.length > 0 && name.length <= 4);
}

/**
 * Russian Gmail writes `пт, 27 нояб. 2026 г. в 10:18, Bob <bob@x.example>:`, with the address in brackets at the end.
 */
function isVerbless(text: string, before: string[], name: string[]): boolean {
  const after = name.filter((token) => isSmall(token) && !before.includes(token));
  return DATED.test(text) || (/[>)]$/.test(text) && before.length <= 2 && after.length === 0);
}

/** A name without blanks between a Chinese date and verb. */
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
  return /^\p{Ll}/u.test(bare) && !splitWords(token).some((word) => NAME_PARTICLES.has(word));
}
