/** One field of a message's header section: `raw` is its text with folded lines and the line break at its end. */
export type HeaderField = { name: string; value: string; raw: string };

// RFC 5322, 2.2.3: a line that begins with white space continues the one before.
const FIELD = /[^\r\n]+(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|$)/y;

/** Splits a raw message (RFC 5322) without changing a byte: fields' `raw` and `rest` joined give the message again. */
export function splitHeaders(message: string): { fields: HeaderField[]; rest: string } {
  const fields: HeaderField[] = [];
  let at = 0;
  while (at < message.length) {
    FIELD.lastIndex = at;
    const raw = FIELD.exec(message)?.[0];
    const colon = raw?.indexOf(":") ?? -1;
    // An empty line ends the section; a line without a colon is no field, so what follows is body.
    if (raw === undefined || colon < 1) break;
    fields.push({
      name: raw.slice(0, colon).trim(),
      value: raw
        .slice(colon + 1)
        .replace(/\r?\n/g, "")
        .trim(),
      raw,
    });
    at += raw.length;
  }
  return { fields, rest: message.slice(at) };
}
