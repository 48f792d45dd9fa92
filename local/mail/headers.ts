/** One header field, unfolded. */
export type Header = { name: string; value: string };

/** SES leaves out the rest of the headers of a notification beyond this many bytes. */
const LIMIT = 10 * 1024;

/**
 * The header fields of a raw mail, in order.
 * @param raw bytes as latin1 text, so that no byte is lost
 */
export function readHeaders(raw: string): Header[] {
  const head = raw.split(/\r?\n\r?\n/, 1)[0] ?? "";
  // RFC 5322, 2.2.3: a line that begins with white space continues the one before.
  const fields = head.replace(/\r?\n(?=[ \t])/g, "").split(/\r?\n/);
  return fields.flatMap((field) => {
    const colon = field.indexOf(":");
    if (colon < 1) return [];
    const value = Buffer.from(field.slice(colon + 1).trim(), "latin1").toString("utf8");
    return [{ name: field.slice(0, colon).trim(), value }];
  });
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
