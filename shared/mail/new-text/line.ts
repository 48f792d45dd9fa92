/** A mail program's own line is never longer; a longer line is a paragraph. */
const MAX_LENGTH = 500;
// Thunderbird and Yahoo write no-break spaces into French and Swedish lines. Right-to-left text contains direction
// marks.
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g;
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

export type Line = {
  raw: string;
  isBlank: boolean;
  isQuote: boolean;
  /** The line without its quote marks, folded; "" if it is blank or too long to be a program's line. */
  normalized: string;
};

export function readLine(raw: string): Line {
  const isBlank = raw.trim() === "";
  const normalized = isBlank || raw.length > MAX_LENGTH ? "" : normalizeLine(withoutMarks(raw));
  return { raw, isBlank, isQuote: !isBlank && isQuote(raw), normalized };
}

/** Text in the form in which lines are compared: plain blanks, dashes, quotes and digits. Letters keep their case. */
export function normalizeLine(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.trim();
  const plain = text.replace(UNSEEN, "").replace(BLANKS, " ").replace(DASHES, "-").replace(/[’ʼ]/g, "'");
  return plain.replace(/(?![0-9])\p{Nd}/gu, westernDigit).trim();
}

/** The ten digits of each script are consecutive in Unicode, so counting back to the first one gives the value. */
function westernDigit(digit: string): string {
  let value = 0;
  const code = digit.codePointAt(0) ?? 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** Matches `> text`, Outlook's `| text` (which is not a table row), and `AB> text` of old programs. */
function isQuote(raw: string): boolean {
  if (/^\s?>/.test(raw) || /^\s?(?!PS)[A-Z]{1,2}>(?:\s|$)/.test(raw)) return true;
  return raw === "|" || (/^\s?\| /.test(raw) && !raw.includes("|", raw.indexOf("|") + 1));
}

function withoutMarks(raw: string): string {
  let at = 0;
  while (at < raw.length && /[>|\s]/.test(raw.charAt(at))) at++;
  // A ">" that closes an address belongs to the line.
  const closes = raw.slice(0, at).trimStart() === ">" && /^(?:wrote|writes|said|says)\b/.test(raw.slice(at));
  return closes ? raw.trimStart() : raw.slice(at);
}
