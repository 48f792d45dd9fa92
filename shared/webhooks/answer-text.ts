/** The log shows so many characters of an answer. */
const MAX = 300;

/** Control characters but tab and line feed, other ends of lines, and what turns the direction of a text. */
const UNSHOWABLE = /[^\P{Cc}\t\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu;

/** The beginning of an answer as a text that a page can show. */
export function shownAnswer(text: string): string {
  return text.slice(0, MAX).replace(UNSHOWABLE, " ").trimEnd();
}
