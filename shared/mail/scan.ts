import { fieldsOf, findStrayText, type RawField } from "./mime/header-fields.ts";
import {
  MAX_ADDRESSES,
  MAX_BYTES,
  MAX_DEPTH,
  MAX_HEADER_BYTES,
  MAX_HEADERS,
  MAX_LINE_BYTES,
  MAX_PARTS,
} from "./mime/limits.ts";
import { isMultipart, type Part, partOf } from "./mime/part.ts";
import type { MailReason } from "./reasons.ts";

export type Scan = {
  /** The mail's own header fields. */
  fields: RawField[];
  root: Part;
  /** Text between the header fields of a mail that lacks the empty line below its header; usually empty. */
  stray: Uint8Array;
};

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const DASH = 0x2d;

/**
 * Finds the parts of a raw mail in one pass, without decoding. In a body it jumps to the next line that could be a
 * boundary. It stops at the first limit that the mail exceeds, before any parser sees the mail.
 */
export function scanMail(raw: Uint8Array): Scan | { problem: MailReason } {
  const scan = new Scanner(raw, false).scan();
  if ("problem" in scan || !isMultipart(scan.root) || scan.root.parts.length > 0) return scan;
  // The declared boundary occurs nowhere, because a relay or program has rewritten one of the two.
  const second = new Scanner(raw, true).scan();
  return "problem" in second || second.root.parts.length > 0 ? second : { ...scan, root: withoutParts(scan.root) };
}

/** A multipart without any boundary is read as one text. */
function withoutParts(root: Part): Part {
  const start = Buffer.from(root.body.subarray(0, 200)).toString("latin1").trimStart();
  return { ...root, type: /^<(?:!doctype|html|head|body|div|p|table)\b/i.test(start) ? "text/html" : "text/plain" };
}

type Level = { part: Part; boundary: Buffer | undefined };

class Scanner {
  readonly #raw: Buffer;
  readonly #lineEnd: number;
  /** A line break followed by two dashes. */
  readonly #dashes: Buffer;
  readonly #isAnyBoundary: boolean;
  /** The open multiparts, outermost first. */
  readonly #levels: Level[] = [];
  #part: Part | undefined;
  #root: Part | undefined;
  #fields: RawField[] = [];
  #stray: Uint8Array = new Uint8Array();
  /** Where the current header block or body began. */
  #begin = 0;
  #inHeader = true;
  #parts = 1;
  #headers = 0;
  #headerBytes = 0;

  /** @param isAnyBoundary whether the mail's first line of that form is its boundary, whatever it names */
  constructor(raw: Uint8Array, isAnyBoundary: boolean) {
    this.#raw = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
    // A bare CR ends lines only if there is no LF at all, as in old mail that never passed through SMTP.
    this.#lineEnd = raw.includes(LF) ? LF : CR;
    this.#dashes = Buffer.from([this.#lineEnd, DASH, DASH]);
    this.#isAnyBoundary = isAnyBoundary;
  }

  scan(): Scan | { problem: MailReason } {
    const raw = this.#raw;
    if (raw.byteLength > MAX_BYTES) return { problem: "too_large" };
    for (let start = 0; start < raw.byteLength; ) {
      const next = this.#inHeader ? this.#lineAfter(start) : this.#bodyLine(start);
      const problem = this.#line(start, next);
      if (problem) return { problem };
      start = next;
    }
    const problem = this.#closePart(raw.byteLength);
    if (problem) return { problem };
    return { fields: this.#fields, root: this.#root ?? partOf([], "text/plain"), stray: this.#stray };
  }

  #lineAfter(start: number): number {
    const at = this.#raw.indexOf(this.#lineEnd, start);
    return at < 0 ? this.#raw.byteLength : at + 1;
  }

  /** Returns the end of this line if it could be a boundary; otherwise the start of the next line that could be one. */
  #bodyLine(start: number): number {
    if (this.#levels.length > 0 && this.#isDashed(start)) return this.#lineAfter(start);
    const at = this.#levels.length > 0 ? this.#raw.indexOf(this.#dashes, start) : -1;
    const next = at < 0 ? this.#raw.byteLength : at + 1;
    return next - start > MAX_LINE_BYTES ? this.#lineAfter(start) : next;
  }

  #isDashed(start: number): boolean {
    return this.#raw[start] === DASH && this.#raw[start + 1] === DASH;
  }

  #line(start: number, next: number): MailReason | undefined {
    if (next - start > MAX_LINE_BYTES) return "line_too_long";
    if (this.#levels.length > 0 && this.#isDashed(start)) {
      const end = this.#endOfText(start, next);
      const found = this.#boundaryAt(start, end);
      if (found) return this.#boundary(found.level, found.isLast, start, next);
    }
    if (!this.#inHeader) return undefined;
    this.#headerBytes += next - start;
    if (this.#headerBytes > MAX_HEADER_BYTES) return "headers_too_large";
    const first = this.#raw[start];
    if (first === LF || (first === CR && next - start <= 2)) return this.#endHeader(start, next);
    if (first !== SPACE && first !== TAB && ++this.#headers > MAX_HEADERS) return "too_many_headers";
    return undefined;
  }

  #endHeader(end: number, bodyStart: number): MailReason | undefined {
    const block = this.#raw.subarray(this.#begin, end);
    const fields = fieldsOf(this.#lineEnd === LF ? block : block.map((byte) => (byte === CR ? LF : byte)));
    const parent = this.#levels.at(-1)?.part;
    const part = partOf(fields, parent?.type === "multipart/digest" ? "message/rfc822" : "text/plain");
    parent?.parts.push(part);
    const isRoot = this.#root === undefined;
    if (isRoot) {
      this.#root = part;
      this.#fields = fields;
      if (countAddresses(fields) > MAX_ADDRESSES) return "too_many_addresses";
    }
    const stray = findStrayText(block, this.#lineEnd);
    if (isRoot && stray !== undefined) this.#stray = block.subarray(stray);
    this.#begin = isRoot || stray === undefined ? bodyStart : this.#begin + stray;
    this.#inHeader = false;
    this.#part = part;
    if (!isMultipart(part)) return undefined;
    const boundary = isRoot && this.#isAnyBoundary ? "" : part.params["boundary"];
    this.#levels.push({ part, boundary: boundary ? Buffer.from(boundary, "latin1") : undefined });
    return this.#levels.length > MAX_DEPTH ? "too_deep" : undefined;
  }

  #boundary(level: number, isLast: boolean, start: number, next: number): MailReason | undefined {
    const problem = this.#closePart(start);
    if (problem) return problem;
    this.#levels.length = isLast ? level : level + 1;
    // Text after the last boundary belongs to no part.
    this.#part = undefined;
    this.#inHeader = !isLast;
    this.#begin = next;
    return !isLast && ++this.#parts > MAX_PARTS ? "too_many_parts" : undefined;
  }

  #closePart(end: number): MailReason | undefined {
    if (this.#inHeader) {
      const problem = this.#endHeader(end, end);
      if (problem) return problem;
    }
    // The line break before a boundary belongs to the boundary (RFC 2046, 5.1.1).
    const bodyEnd = end < this.#raw.byteLength ? this.#endOfText(this.#begin, end) : end;
    if (this.#part) this.#part.body = this.#raw.subarray(this.#begin, Math.max(this.#begin, bodyEnd));
    return undefined;
  }

  /** The innermost open multipart whose boundary is in this line. */
  #boundaryAt(start: number, end: number): { level: number; isLast: boolean } | undefined {
    const line = this.#raw.subarray(start + 2, end);
    for (let level = this.#levels.length - 1; level >= 0; level--) {
      const open = this.#levels[level];
      if (open === undefined) continue;
      // The multipart does not name its boundary, so the first line of that form is taken as its boundary.
      if (open.boundary === undefined && line.byteLength > 0) open.boundary = Buffer.from(trimmed(line));
      const { boundary } = open;
      if (boundary === undefined || line.byteLength < boundary.byteLength) continue;
      if (boundary.compare(line, 0, boundary.byteLength) !== 0) continue;
      const rest = Buffer.from(trimmed(line.subarray(boundary.byteLength))).toString("latin1");
      if (rest === "" || rest === "--") return { level, isLast: rest === "--" };
    }
    return undefined;
  }

  #endOfText(start: number, next: number): number {
    let end = next;
    if (end > start && this.#raw[end - 1] === this.#lineEnd) end--;
    if (end > start && this.#lineEnd === LF && this.#raw[end - 1] === CR) end--;
    return end;
  }
}

/** The line without trailing blanks. */
function trimmed(line: Uint8Array): Uint8Array {
  let end = line.byteLength;
  while (end > 0 && (line[end - 1] === SPACE || line[end - 1] === TAB)) end--;
  return line.subarray(0, end);
}

const ADDRESS_FIELDS = new Set(["from", "sender", "reply-to", "to", "cc", "bcc"]);

function countAddresses(fields: RawField[]): number {
  const lists = fields.filter(({ name }) => ADDRESS_FIELDS.has(name));
  return lists.reduce((count, { value }) => count + value.split(",").length, 0);
}
