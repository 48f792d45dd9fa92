import { parseHeaderValue } from "nodemailer/lib/mime-funcs";
import { cleanLine } from "../clean-line.ts";
import { decodeWords } from "./encoded-words.ts";
import { decodedValue, type RawField } from "./header-fields.ts";

const MAX_FILENAME = 255;

/** One part of a mail (RFC 2045), the mail itself being the first. */
export type Part = {
  /** In lower case: `text/plain`. */
  type: string;
  /** Parameters of Content-Type by their names in lower case, RFC 2231 continuations joined and decoded. */
  params: Record<string, string>;
  is_attachment: boolean;
  /** Decoded, one clean line; "" where there is none. */
  filename: string;
  /** Content-Transfer-Encoding in lower case; "" where there is none. */
  encoding: string;
  /** The parts of a multipart; an attached message is one part. */
  parts: Part[];
  /** What stands below the headers, still encoded. */
  body: Uint8Array;
  /** The S/MIME file that its parts were found in. */
  opened_from?: Part;
};

/** @param fallback the type of a part that names none: RFC 2046, 5.1.5 says which */
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

/** Of a field that stands twice the first counts, as for those who checked the mail before us, if it says a type. */
function contentType(fields: RawField[], fallback: string): Pick<Part, "type" | "params"> {
  const values = valuesOf(fields, "content-type").map(mended);
  const value = values.find((candidate) => isType(structured(candidate).value)) ?? values[0] ?? "";
  const { value: type, params } = structured(value);
  return { type: isType(type) ? typeNamed(type) : fallback, params: inStarred(value, params) };
}

/** A slash with something on both sides, none of it a blank. */
function isType(value: string): boolean {
  const slash = value.indexOf("/", 1);
  return slash > 0 && slash < value.length - 1 && /^[!-~]+$/.test(value);
}

/** Behind the type comes a semicolon, where some programs write a blank, a comma or a colon. */
function mended(value: string): string {
  return value.replace(/^"?([\w.+-]{1,60}\/[\w.+-]{1,80})"?(?:\s*[:,]|\s+(?=[a-z*\d-]{1,40}\s?=))/i, "$1;");
}

function typeNamed(type: string): string {
  const name = type.toLowerCase();
  return name === "plain/text" ? "text/plain" : name;
}

/** nodemailer gives a parameter with a charset (RFC 2231, 4) as an encoded word, which a boundary is not. */
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
