import { addressParser } from "postal-mime";
import { splitHeaders } from "../aws/ses/header-fields.ts";

/** One header field, unfolded. */
export type Header = { name: string; value: string };

/** SES drops the headers of a notification beyond this many bytes. */
const LIMIT = 10 * 1024;

/**
 * The header fields of a raw mail, in order.
 * @param raw bytes as latin1 text, so that no byte is lost
 */
export function readHeaders(raw: string): Header[] {
  return splitHeaders(raw).fields.map(({ name, value }) => {
    return { name, value: Buffer.from(value, "latin1").toString("utf8") };
  });
}

/** The first address of a field such as From, as a mail program would read it. An empty string if there is none. */
export function firstAddress(headers: Header[], name: string): string {
  return addressParser(headerValues(headers, name)[0] ?? "", { flatten: true })[0]?.address ?? "";
}

/** The headers as a notification holds them: as many whole ones as fit into 10 KB. */
export function truncateHeaders(headers: Header[]): { headers: Header[]; headersTruncated: boolean } {
  let size = 0;
  const kept = headers.filter(({ name, value }) => {
    size += name.length + value.length;
    return size <= LIMIT;
  });
  return { headers: kept, headersTruncated: kept.length < headers.length };
}

export function headerValues(headers: Header[], name: string): string[] {
  return headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
}
