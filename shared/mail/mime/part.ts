import { parseHeaderValue } from "nodemailer/lib/mime-funcs";
import { decodeWords } from "postal-mime";
import { cleanLine } from "../clean-line.ts";

const MAX_FILENAME = 255;

/** One part of a mail (RFC 2045), the mail itself being the first. */
export type Part = {
  /** In lower case: `text/plain`. */
  type: string;
  /** Parameters of Content-Type by their names in lower case, RFC 2231 continuations joined. */
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
};

/** A header field as written: the name in lower case, the value unfolded. */
export type Field = { name: string; value: string };

const FOLD = /\r?\n(?=[ \t])/g;

/** The fields of a header block, without those that have no name. */
export function fieldsOf(block: Uint8Array): Field[] {
  const lines = Buffer.from(block)
    .toString("utf8")
    .replace(FOLD, "")
    .split(/\r?\n|\r/);
  return lines.flatMap((line) => {
    const colon = line.indexOf(":");
    if (colon < 1) return [];
    return [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }];
  });
}

/** @param fallback the type of a part that names none: RFC 2046, 5.1.5 says which */
export function partOf(fields: Field[], fallback: string): Part {
  const type = structured(fields, "content-type");
  const disposition = structured(fields, "content-disposition");
  const named = /^[!-~]+\/[!-~]+$/.test(type.value);
  return {
    type: named ? type.value.toLowerCase() : fallback,
    params: type.params,
    is_attachment: disposition.value.toLowerCase() === "attachment",
    filename: cleanLine(decodeWords(disposition.params["filename"] ?? type.params["name"] ?? ""), MAX_FILENAME),
    encoding: structured(fields, "content-transfer-encoding").value.toLowerCase(),
    parts: [],
    body: new Uint8Array(),
  };
}

export function isMultipart({ type }: Part): boolean {
  return type.startsWith("multipart/");
}

/** Of a field that stands twice the first counts, as for those who checked the mail before us. */
function structured(fields: Field[], name: string) {
  const field = fields.find((candidate) => candidate.name === name);
  return parseHeaderValue(field?.value ?? "", { stripComments: true });
}
