import { cut } from "./cut.ts";

/**
 * More than a long correspondence holds, and a bound on what one mail can cost its owner's key: with its text files a
 * mail gives a prompt at most 100,000 characters.
 */
export const MAX_TEXT = 70_000;

export const CUT_NOTE = "\n[The mail goes on; the rest was cut off here.]";

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/gu;
// Characters that a person does not see, tag characters among them, can carry orders that only the model reads.
// https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
const UNSEEN = /[\p{Default_Ignorable_Code_Point}[\p{Cc}--[\n\t]]]/gv;

/** What of a mail's text goes to the model: what its reader sees, at most `MAX_TEXT` characters and a note of the cut. */
export function readableText(text: string): string {
  const seen = text.replace(LINE_BREAKS, "\n").replace(UNSEEN, "").trim();
  return seen.length > MAX_TEXT ? cut(seen, MAX_TEXT) + CUT_NOTE : seen.toWellFormed();
}
