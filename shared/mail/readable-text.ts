import { cutText } from "./cut.ts";

/**
 * Longer than a long correspondence. It bounds what one mail can cost its owner's key: with its text files, a mail
 * adds at most 100,000 characters to a prompt.
 */
export const MAX_TEXT = 70_000;

export const CUT_NOTE = "\n[The mail goes on; the rest was cut off here.]";

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/gu;
// Characters that a person cannot see, tag characters among them, can carry orders that only the model reads.
// https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
const UNSEEN = /[\p{Default_Ignorable_Code_Point}[\p{Cc}--[\n\t]]]/gv;

/**
 * Returns the text that goes to the model: what a reader sees, at most `MAX_TEXT` characters and a note if it was cut.
 */
export function readableText(text: string): string {
  const seen = text.replace(LINE_BREAKS, "\n").replace(UNSEEN, "").trim();
  return seen.length > MAX_TEXT ? cutText(seen, MAX_TEXT) + CUT_NOTE : seen.toWellFormed();
}
