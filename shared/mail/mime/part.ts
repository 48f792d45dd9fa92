import { parseHeaderValue } from "nodemailer/lib/mime-funcs";
import { cleanLine } from "../clean-line.ts";
import { decodeWords } from "./encoded-words.ts";
import { decodedValue, type RawField } from "./header-fields.ts";

const MAX_FILENAME = 255;

/** One part of a mail (RFC 2045). The mail itself is the outermost part. */
export type Part = {
  /** In lower case: `text/plain`. */
  type: string;
  /** Parameters of Content-Type by lower-case name; RFC 2231 continuations are joined and decoded. */
  params: Record<string, string>;
  is_attachment: boolean;
  /** Decoded, one clean line; "" without a file name. */
  filename: string;
  /** Content-Transfer-Encoding in lower case; "" without one. */
  encoding: string;
  /** The parts of a multipart; an attached message is one part. */
  parts: Part[];
  /** The bytes below the headers, still encoded. */
  body: Uint8Array;
  /** The S/MIME file that contained these parts. */
  opened_from?: Part;
};

/** @param fallback the type of a part without a Content-Type (RFC 2046, 5.1.5) */
export function partOf(fields: RawField[], fallback: string): Part {
  const type = contentType(fields, fallback);
  const disposition = structured(valuesOf(fields, "content-disposition")[0] ?? "");
  const name = disposition.params["filename"] ?? type.params["name"] ?? "";
  return {
    ...type,
    is_attachment: disposition.value.toLowerCase() === "attachment",
    filename: name === "" ? "" : cleanLine(decodeWords(decodedValue(name)), MAX_FILENAME),
    encoding: structured(valuesOf(fields, "content-transfer-encoding")[0] ?? "").value.toLowerCase(),
    parts: [],
    body: new Uint8Array(),
  };
}

export function isMultipart({ type }: Part): boolean {
  return type.startsWith("multipart/");
}

/**
 * If the field occurs twice, the first one with a valid type counts, as it does for the programs that checked the mail
 * before us.
 */
function contentType(fields: RawField[], fallback: string): Pick<Part, "type" | "params"> {
  const values = valuesOf(fields, "content-type").map(mended);
  const value = values.find((candidate) => isType(structured(candidate).value)) ?? values[0] ?? "";
  const { value: type, params } = structured(value);
  return { type: isType(type) ? typeNamed(type) : fallback, params: inStarred(value, params) };
}

/** A type has a slash with text on both sides and no blanks. */
function isType(value: string): boolean {
  const slash = value.indexOf("/", 1);
  return slash > 0 && slash < value.length - 1 && /^[!-~]+$/.test(value);
}

/** Some programs write a blank, a comma or a colon instead of the semicolon after the type. */
function mended(value: string): string {
  return value.replace(/^"?([\w.+-]{1,60}\/[\w.+-]{1,80})"?(?:\s*[:,]|\s+(?=[a-z*\d-]{1,40}\s?=))/i, "$1;");
}

function typeNamed(type: string): string {
  const name = type.toLowerCase();
  return name === "plain/text" ? "text/plain" : name;
}

/**
 * The parser of nodemailer returns a parameter with a charset (RFC 2231, 4) as an encoded word, which would not match
 * a boundary.
 */
function inStarred(value: string, params: Record<string, string>): Record<string, string> {
  if (!value.includes("*")) return params;
  const decoded = Object.entries(params).map(([name, text]) => [
    name,
    text.startsWith("=?") ? decodeWords(text) : text,
  ]);
  return Object.fromEntries(decoded);
}

function structured(value: string) {
  return parseHeaderValue(value, { stripComments: true });
}

function valuesOf(fields: RawField[], name: string): string[] {
  return fields.filter((field) => field.name === name).map(({ value }) => value);
}
