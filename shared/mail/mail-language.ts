import { type ByWords, WORDS } from "./language-words.ts";

/** A language code of BCP 47. */
export type Language = ByWords | "el" | "he" | "hi" | "ja" | "ko" | "th" | "zh" | "zh-Hant";

/** The first lines of a mail are enough to tell its language. */
const MAX_LOOKED_AT = 2_000;
/** Fewer known words prove nothing, since one of them may be a name. */
const MIN_WORDS = 2;

/** Scripts that only one language uses, or nearly so. */
const SCRIPTS: [RegExp, Language][] = [
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Devanagari}/gu, "hi"],
];
/** Characters of everyday words that differ between the two forms of Chinese. */
const TRADITIONAL = /[們這個說時會來對嗎請謝問題後還沒開關點麼幾為與產號電話]/gu;
const SIMPLIFIED = /[们这个说时会来对吗请谢问题后还没开关点么几为与产号电话]/gu;

/** Guesses the language of a text cheaply; English if in doubt. */
export function mailLanguage(text: string): Language {
  const own = text.slice(0, MAX_LOOKED_AT).replace(/^>.*$/gm, "");
  const letters = count(own, /\p{L}/gu);
  const most = (pattern: RegExp) => count(own, pattern) * 2 > letters;
  if (count(own, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 5 > letters) return "ja";
  if (most(/\p{Script=Han}/gu)) return count(own, TRADITIONAL) > count(own, SIMPLIFIED) ? "zh-Hant" : "zh";
  return SCRIPTS.find(([pattern]) => most(pattern))?.[1] ?? byWords(own);
}

function byWords(text: string): Language {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const scores = [...WORDS].map(([language, known]) => ({
    language,
    score: words.filter((word) => known.has(word)).length,
  }));
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  if (best === undefined || best.score < MIN_WORDS || best.score === second?.score) return "en";
  return best.language;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
