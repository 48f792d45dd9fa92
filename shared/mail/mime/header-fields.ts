import { decodedAs, readCharset } from "./charset.ts";

/** A header field: the name in lower case, the value on one line, one character for each byte that was sent. */
export type RawField = {
  name: string;
  value: string;
  /** The lines of a value that was folded. */
  folded?: string[];
};

const LINE_END = /\r?\n/;
/** Of the values of one mail: each guess takes as long as a hundred ordinary fields. Further ones are read as all together. */
const MAX_GUESSED = 50;

/** The fields of a header block whose lines end in LF or CRLF, without those that have no name. */
export function fieldsOf(block: Uint8Array): RawField[] {
  const fields: { name: string; lines: string[] }[] = [];
  for (const line of Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString("latin1").split(LINE_END)) {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      fields.at(-1)?.lines.push(line);
      continue;
    }
    const colon = line.indexOf(":");
    // A line that is no field must not make the next one's folds another field's.
    const name = colon < 1 ? "" : trimBlanks(line.slice(0, colon)).toLowerCase();
    fields.push({ name, lines: [line.slice(colon + 1)] });
  }
  return fields.flatMap(({ name, lines }) => {
    if (name === "") return [];
    // A bare CR is no line break where lines end in LF.
    const value = trimBlanks(lines.join("").replaceAll("\r", " "));
    return [{ name, value, ...(lines.length > 1 && { folded: lines }) }];
  });
}

const FIELD = /^[!-9;-~\u0080-\u00ff]+[ \t]*:/;
/** What text hardly begins a line with. */
const MAIL_FIELD = /^(?:[a-z]+(?:-[a-z\d]+)+|from|to|cc|subject|date|sender|received|references|precedence)[ \t]*:/i;

/**
 * Where text begins in a header block that lacks the empty line at its end; undefined where it has none. A single line that is no field, with fields below it, is a header that was folded badly.
 */
export function firstNoField(block: Uint8Array, lineEnd: number): number | undefined {
  const text = Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString("latin1");
  const lines = text.split(String.fromCharCode(lineEnd));
  // Mailbox files have a line "From alice ..." above a mail.
  const first = lines.findIndex((line, at) => !isPartOfHeader(line) && !(at === 0 && /^>?From /.test(line)));
  if (first < 0 || lines.slice(first).some((line) => MAIL_FIELD.test(line))) return undefined;
  return lines.slice(0, first).reduce((at, line) => at + line.length + 1, 0);
}

function isPartOfHeader(line: string): boolean {
  return line === "" || line === "\r" || line.startsWith(" ") || line.startsWith("\t") || FIELD.test(line);
}

/** The value with what was folded within angle brackets joined, without the blanks that the fold brought in. */
export function joinedFolds({ value, folded }: RawField): string {
  if (folded === undefined) return value;
  const lines: string[] = [];
  let isOpen = false;
  for (const line of folded) {
    const last = isOpen ? lines.pop() : undefined;
    if (last !== undefined) lines.push(last.slice(0, solidEnd(last)));
    lines.push(isOpen ? line.slice(solidStart(line)) : line);
    if (/[<>]/.test(line)) isOpen = line.lastIndexOf("<") > line.lastIndexOf(">");
  }
  return trimBlanks(lines.join("").replaceAll("\r", " "));
}

/** The value as UTF-8, as RFC 6532 has it: every reader of the mail before us saw it so, or its ASCII alone. */
export function utf8Value({ value }: RawField): string {
  return isEightBit(value) ? bytesOf(value).toString("utf8") : value;
}

/**
 * The values as their writer meant them. Headers have no place to name the charset of raw bytes: it is UTF-8 where they
 * are, else the text's, else what all of them together look like.
 * @param charset what the mail's text is in
 */
export function decodedValues(fields: RawField[], charset: string): string[] {
  const values = fields.map(({ value }) => value);
  if (!values.some(hasOtherBytes)) return fields.map(utf8Value);
  const others = values.filter(hasOtherBytes).join("\n");
  const meant = readCharset(bytesOf(others), charset).charset;
  let guesses = 0;
  return values.map((value) => {
    if (!hasOtherBytes(value)) return fromUtf8(value);
    const read = guesses++ < MAX_GUESSED ? readCharset : decodedAs;
    return read(bytesOf(value), meant).text;
  });
}

/** As `decodedValues`, of one value. */
export function decodedValue(value: string, charset = ""): string {
  if (!hasOtherBytes(value)) return fromUtf8(value);
  return readCharset(bytesOf(value), charset).text;
}

function fromUtf8(value: string): string {
  return isEightBit(value) ? bytesOf(value).toString("utf8") : value;
}

/** Neither ASCII nor UTF-8; ISO-2022-JP has nothing above ASCII, but its escape character. */
function hasOtherBytes(value: string): boolean {
  if (value.includes("\x1b")) return true;
  return isEightBit(value) && bytesOf(value).toString("utf8").includes("\ufffd");
}

function isEightBit(value: string): boolean {
  return /[\u0080-\u00ff]/.test(value);
}

function bytesOf(value: string): Buffer {
  return Buffer.from(value, "latin1");
}

/** Blanks alone: what else looks like one is part of a name that is none, and must stay so. */
function trimBlanks(text: string): string {
  return text.slice(solidStart(text), solidEnd(text));
}

function solidStart(text: string): number {
  let start = 0;
  while (start < text.length && isBlank(text.charCodeAt(start))) start++;
  return start;
}

function solidEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
