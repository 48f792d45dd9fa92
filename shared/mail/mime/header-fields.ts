import { decodeAs, readCharset } from "./charset.ts";

/** A header field: the name in lower case, the value on one line with one character per byte. */
export type RawField = {
  name: string;
  value: string;
  /** The lines of a folded value. */
  folded?: string[];
};

const LINE_END = /\r?\n/;
/**
 * The maximum of guesses per mail: each takes as long as a hundred ordinary fields. Further values use the charset of
 * all of them together.
 */
const MAX_GUESSED = 50;

/** The fields of a header block whose lines end in LF or CRLF; fields without a name are left out. */
export function fieldsOf(block: Uint8Array): RawField[] {
  const fields: { name: string; lines: string[] }[] = [];
  for (const line of Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString("latin1").split(LINE_END)) {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      fields.at(-1)?.lines.push(line);
      continue;
    }
    const colon = line.indexOf(":");
    // A line that is not a field still starts an entry, so that its folded lines are not added to the field before it.
    const name = colon < 1 ? "" : trimBlanks(line.slice(0, colon)).toLowerCase();
    fields.push({ name, lines: [line.slice(colon + 1)] });
  }
  return fields.flatMap(({ name, lines }) => {
    if (name === "") return [];
    // A bare CR is not a line break when lines end in LF.
    const value = trimBlanks(lines.join("").replaceAll("\r", " "));
    return [{ name, value, ...(lines.length > 1 && { folded: lines }) }];
  });
}

const FIELD = /^[!-9;-~\u0080-\u00ff]+[ \t]*:/;
/** Text hardly ever starts a line like this. */
const MAIL_FIELD = /^(?:[a-z]+(?:-[a-z\d]+)+|from|to|cc|subject|date|sender|received|references|precedence)[ \t]*:/i;

/**
 * Returns where text starts in a header block that lacks the empty line at its end; undefined without such text. A
 * single line that is not a field, with fields below it, is a badly folded header.
 */
export function findStrayText(block: Uint8Array, lineEnd: number): number | undefined {
  const text = Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString("latin1");
  const lines = text.split(String.fromCharCode(lineEnd));
  // Mailbox files put a line "From alice ..." above a mail.
  const first = lines.findIndex((line, at) => !isPartOfHeader(line) && !(at === 0 && /^>?From /.test(line)));
  if (first < 0 || lines.slice(first).some((line) => MAIL_FIELD.test(line))) return undefined;
  return lines.slice(0, first).reduce((at, line) => at + line.length + 1, 0);
}

function isPartOfHeader(line: string): boolean {
  return line === "" || line === "\r" || line.startsWith(" ") || line.startsWith("\t") || FIELD.test(line);
}

/** The value, with folds inside angle brackets joined without the blanks that folding added. */
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

/** The value as UTF-8 (RFC 6532). Every program that read the mail before us saw this, or only its ASCII. */
export function utf8Value({ value }: RawField): string {
  return isEightBit(value) ? bytesOf(value).toString("utf8") : value;
}

/**
 * The values as their writer meant them. Headers cannot name the charset of raw bytes: it is UTF-8 if the bytes are
 * valid UTF-8, otherwise the charset of the text, otherwise what all values together look like.
 * @param charset the charset of the mail's text
 */
export function decodedValues(fields: RawField[], charset: string): string[] {
  const values = fields.map(({ value }) => value);
  if (!values.some(hasOtherBytes)) return fields.map(utf8Value);
  const others = values.filter(hasOtherBytes).join("\n");
  const meant = readCharset(bytesOf(others), charset).charset;
  let guesses = 0;
  return values.map((value) => {
    if (!hasOtherBytes(value)) return fromUtf8(value);
    const read = guesses++ < MAX_GUESSED ? readCharset : decodeAs;
    return read(bytesOf(value), meant).text;
  });
}

/** Like `decodedValues`, for one value. */
export function decodedValue(value: string, charset = ""): string {
  if (!hasOtherBytes(value)) return fromUtf8(value);
  return readCharset(bytesOf(value), charset).text;
}

function fromUtf8(value: string): string {
  return isEightBit(value) ? bytesOf(value).toString("utf8") : value;
}

/** True for bytes that are neither ASCII nor UTF-8. ISO-2022-JP has only ASCII bytes, but uses the escape character. */
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

/** Trims only blanks: any other whitespace makes a field name invalid and must stay. */
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
