import { letterModel } from "./letter-models.ts";

/** In a long text, only the first non-ASCII lines are examined; more would not change the guess. */
const MAX_SAMPLE = 600;

const WESTERN = "de fr es pt it nl ca sv da nb fi is";

/**
 * The languages written in each charset, and how much rarer the charset is in mail than others, in the unit of the
 * models.
 */
const CHARSETS: Readonly<Record<string, { languages: string; rarity: number }>> = {
  "windows-1252": { languages: `${WESTERN} et`, rarity: -4 },
  "windows-1250": { languages: "pl cs sk hu ro hr", rarity: 0 },
  "windows-1251": { languages: "ru uk be bg sr", rarity: 0 },
  "koi8-r": { languages: "ru", rarity: 0 },
  "koi8-u": { languages: "uk", rarity: 1 },
  "windows-1253": { languages: "el", rarity: 0 },
  "windows-1254": { languages: "tr", rarity: 0 },
  "windows-1255": { languages: "he", rarity: 0 },
  "windows-1256": { languages: "ar fa", rarity: 0 },
  "windows-1257": { languages: "lt lv et", rarity: 0 },
  "windows-1258": { languages: "vi", rarity: 6 },
  "windows-874": { languages: "th", rarity: 0 },
  shift_jis: { languages: "ja", rarity: 0 },
  "euc-jp": { languages: "ja", rarity: 0 },
  "euc-kr": { languages: "ko", rarity: 0 },
  gb18030: { languages: "zh", rarity: 0 },
  big5: { languages: "zh-hant", rarity: 0 },
  "iso-8859-2": { languages: "pl cs sk hu ro hr", rarity: 1 },
  "iso-8859-7": { languages: "el", rarity: 1 },
  "iso-8859-13": { languages: "lt lv", rarity: 4 },
  "iso-8859-15": { languages: "fr et fi", rarity: 6 },
  "iso-8859-5": { languages: "ru uk sr bg", rarity: 10 },
  ibm866: { languages: "ru uk bg", rarity: 8 },
  "x-mac-cyrillic": { languages: "ru uk bg", rarity: 14 },
  macintosh: { languages: WESTERN, rarity: 8 },
};

/** Returns the likeliest charset, as a label of TextDecoder, of bytes that are not valid UTF-8. */
export function guessCharset(bytes: Uint8Array): string {
  const sample = eightBitLines(bytes);
  let best = { charset: "windows-1252", cost: Number.POSITIVE_INFINITY };
  for (const charset of Object.keys(CHARSETS)) {
    const cost = costOf(sample, charset, best.cost);
    if (cost < best.cost) best = { charset, cost };
  }
  return best.charset;
}

/** How unlikely it is that these bytes were written in this charset, to compare with the cost of another charset. */
export function charsetCost(bytes: Uint8Array, charset: string): number {
  return costOf(eightBitLines(bytes), charset, Number.POSITIVE_INFINITY);
}

const EVERY_LANGUAGE = [...new Set(Object.values(CHARSETS).flatMap(({ languages }) => languages.split(" ")))];

/** The cost in the best language of this charset; `limit` or more if no language is below it. */
function costOf(sample: Uint8Array, charset: string, limit: number): number {
  // Windows-1258 writes some letters as two characters.
  const chars = [...new TextDecoder(charset).decode(sample).normalize("NFC")];
  const { languages, rarity } = CHARSETS[charset] ?? { languages: undefined, rarity: 0 };
  let least = limit - rarity;
  for (const language of languages?.split(" ") ?? EVERY_LANGUAGE) least = textCost(chars, language, least);
  return least + rarity;
}

function textCost(chars: string[], language: string, limit: number): number {
  const model = letterModel(language);
  let cost = 0;
  for (let at = 0; at < chars.length && cost < limit; at++) {
    const char = chars[at] ?? "";
    const before = chars[at - 1] ?? " ";
    if (char >= "\u0080" || before >= "\u0080") cost += model(before, char, chars[at + 1] ?? " ");
  }
  return Math.min(cost, limit);
}

/**
 * The sample of a text that is examined. It has whole lines, because a line break is never part of a longer character.
 */
export function eightBitLines(bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength <= MAX_SAMPLE) return bytes;
  const sample = new Uint8Array(MAX_SAMPLE);
  let length = 0;
  for (let start = 0; start < bytes.byteLength && length < MAX_SAMPLE; ) {
    const at = bytes.indexOf(0x0a, start);
    const end = at < 0 ? bytes.byteLength : at + 1;
    const line = bytes.subarray(start, Math.min(end, start + MAX_SAMPLE - length));
    if (line.some((byte) => byte >= 0x80)) {
      sample.set(line, length);
      length += line.byteLength;
    }
    start = end;
  }
  return sample.subarray(0, length);
}
