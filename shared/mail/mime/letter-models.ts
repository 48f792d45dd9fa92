import { PAIRS, SIGNS } from "./letters.ts";

/**
 * The cost of a character at its position in one language: -2 ln of its probability. Text decoded in a wrong charset
 * has capitals inside words, letters of several scripts next to each other, and symbols between letters.
 */
export type LetterModel = (before: string, char: string, after: string) => number;

const BROKEN = 44;
const FOREIGN = 30;
const SYMBOL = 22;
const PUNCTUATION = 12;
/** A pair that does not occur in the short training text, of letters that the language has. */
const UNSEEN = 6;
const CAPITAL = 3;
const CAPITAL_WITHIN = 12;
const WITHIN_WORD = 10;

const LETTER = /[\p{L}\p{M}]/u;
const LATIN = /\p{Script=Latin}/u;
const BROKEN_CHARACTER = /[\ufffd\p{Cc}\p{Co}\p{Cn}]/u;
const COMMON = new Set("“”„‚‘’–—…«»€£§°·•¿¡№™®©\u00a0´‹›،؛؟");
const FULL_WIDTH = /[\u3000-\u303f\uff01-\uff65\uffe5]/;

const models = new Map<string, LetterModel>();

/** @param language one of those in `PAIRS` and `SIGNS` */
export function letterModel(language: string): LetterModel {
  const known = models.get(language);
  if (known) return known;
  const model = language in SIGNS ? signModel(table(SIGNS, language)) : pairModel(table(PAIRS, language));
  models.set(language, model);
  return model;
}

function table(tables: Readonly<Record<string, string>>, language: string): string {
  return tables[language] ?? "";
}

/** The key is the first character of a pair, then the second. */
type Pairs = ReadonlyMap<string, ReadonlyMap<string, number>>;

function pairModel(triplets: string): LetterModel {
  const costs = pairsOf(triplets);
  const rareCosts = costs.get("*");
  return (before, char, after) => {
    const last = letterOf(before);
    if (!isLetter(char)) return char < "\u0080" ? borderCost(costs, last) : signCost(char, last, after);
    const letter = letterOf(char);
    if (last < "\u0080" && last !== " " && !LATIN.test(letter)) return FOREIGN;
    const rare = rareCosts?.get(letter);
    const unseen = char < "\u0080" ? latinCost(rareCosts, last) : rare === undefined ? FOREIGN : rare + UNSEEN;
    return (costs.get(last)?.get(letter) ?? unseen) + (letter === char ? 0 : capitalCost(before, char));
  };
}

function pairsOf(triplets: string): Pairs {
  const costs = new Map<string, Map<string, number>>();
  const chars = [...triplets];
  for (let at = 0; at + 2 < chars.length; at += 3) {
    const [first = "", second = "", digit = ""] = chars.slice(at, at + 3);
    const seconds = costs.get(first) ?? new Map<string, number>();
    costs.set(first, seconds.set(second, Number.parseInt(digit, 36)));
  }
  return costs;
}

/** A cache, because the forty models ask for the same few characters and looking up a Unicode property is slow. */
const MAX_KNOWN = 2_000;
const letters = new Map<string, string>();

/** The letter in lower case; " " for anything else. */
function letterOf(char: string): string {
  const known = letters.get(char);
  if (known !== undefined) return known;
  const letter = LETTER.test(char) ? char.toLowerCase() : " ";
  if (letters.size < MAX_KNOWN) letters.set(char, letter);
  return letter;
}

function isLetter(char: string): boolean {
  return letterOf(char) !== " ";
}

function borderCost(costs: Pairs, last: string): number {
  return last === " " ? 0 : (costs.get(last)?.get(" ") ?? UNSEEN);
}

/** The cost of an ASCII letter after a non-ASCII letter. */
function latinCost(rareCosts: ReadonlyMap<string, number> | undefined, last: string): number {
  if (last === " ") return 0;
  return LATIN.test(last) && rareCosts?.has(last) ? UNSEEN * 2 : FOREIGN;
}

function capitalCost(before: string, char: string): number {
  const isWithin = isLetter(before) && before === before.toLowerCase() && before !== before.toUpperCase();
  if (isWithin) return CAPITAL_WITHIN;
  return char < "\u0080" || isLetter(before) ? 0 : CAPITAL;
}

function signCost(char: string, last: string, after: string): number {
  if (BROKEN_CHARACTER.test(char)) return BROKEN;
  const isWithin = last !== " " && isLetter(after);
  if (COMMON.has(char)) return isWithin && char !== "’" ? SYMBOL : PUNCTUATION;
  return isWithin ? SYMBOL + WITHIN_WORD : SYMBOL;
}

function signModel(pairs: string): LetterModel {
  const costs = new Map<string, number>();
  const chars = [...pairs];
  for (let at = 0; at + 1 < chars.length; at += 2) costs.set(chars[at] ?? "", Number.parseInt(chars[at + 1] ?? "", 36));
  return (before, char, after) => {
    if (char < "\u0080") return 0;
    const beside = [before, after].filter((near) => /[A-Za-z]/.test(near)).length * WITHIN_WORD;
    return (costs.get(char) ?? rareSignCost(char, costs)) + (isLetter(char) ? beside : 0);
  };
}

/** The size of a script tells how rare a character is that the training text does not contain. */
function rareSignCost(char: string, costs: Map<string, number>): number {
  if (BROKEN_CHARACTER.test(char)) return BROKEN;
  if (FULL_WIDTH.test(char) || COMMON.has(char)) return PUNCTUATION;
  if (/[\uff66-\uff9f]/.test(char)) return SYMBOL;
  if (/\p{Script=Han}/u.test(char)) return costs.has("的") || costs.has("の") ? 24 : FOREIGN;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(char)) return costs.has("の") ? 15 : FOREIGN;
  if (/\p{Script=Hangul}/u.test(char)) return costs.has("다") ? 17 : BROKEN;
  return FOREIGN;
}
