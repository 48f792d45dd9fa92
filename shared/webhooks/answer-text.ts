/** The log shows so many characters of an answer. */
const MAX = 300;

/** The beginning of an answer as one text that a page can show: control characters become spaces. */
export function shownAnswer(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it replaces
  return text
    .slice(0, MAX)
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g, " ")
    .trimEnd();
}
