/**
 * Patterns that lines of programs contain and sentences rarely do. All of them run on folded lines of bounded length.
 */

const ADDRESS = /[^\s<>()[\]"',;:|]{1,64}@[^\s<>()[\]"',;:|]{1,255}/u;
// The calendars of Iran and Thailand count other years.
const YEAR = /(?<!\d)(?:1[34]\d\d|19\d\d|20\d\d|25\d\d)(?!\d)/;
const SHORT_DATE = /(?<!\d)\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}(?!\d)/;
const CLOCK = /(?<!\d)\d{1,2} ?(?:[:：]|h|時|点|點|시) ?\d{2}(?!\d)/;
const POINTED_CLOCK = /(?<![\d.])\d{1,2}\.\d{2}(?![.\d])/;

export function addressIn(folded: string): string | undefined {
  return folded.includes("@") ? ADDRESS.exec(folded)?.[0] : undefined;
}

export function hasDate(folded: string): boolean {
  return SHORT_DATE.test(folded) || (YEAR.test(folded) && /\d/.test(folded.replace(YEAR, "")));
}

export function hasTime(folded: string): boolean {
  return CLOCK.test(folded) || POINTED_CLOCK.test(folded.replace(SHORT_DATE, " "));
}
