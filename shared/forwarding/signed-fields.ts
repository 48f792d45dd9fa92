/** One field as it stands in the mail: `line` has its name and all of its lines, without the last line break. */
export type SignedField = { name: string; line: string };

/** The header block of a raw mail as latin1, so that no byte is changed, and where its body begins. */
export function splitMail(raw: Uint8Array): { fields: SignedField[]; body: Uint8Array } {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const [withCr, without] = [bytes.indexOf("\r\n\r\n"), bytes.indexOf("\n\n")];
  const isCr = withCr >= 0 && (without < 0 || withCr < without);
  const end = isCr ? withCr : without;
  const head = bytes.toString("latin1", 0, end < 0 ? bytes.byteLength : end);
  return {
    fields: fieldsOf(head),
    body: end < 0 ? bytes.subarray(bytes.byteLength) : bytes.subarray(end + (isCr ? 4 : 2)),
  };
}

function fieldsOf(head: string): SignedField[] {
  const lines: string[][] = [];
  for (const line of head.split(/\r?\n/)) {
    if (/^[ \t]/.test(line) && lines.length > 0) lines.at(-1)?.push(line);
    else lines.push([line]);
  }
  return lines.flatMap((parts) => {
    const line = parts.join("\r\n");
    const at = line.indexOf(":");
    return at < 0 ? [] : [{ name: nameOf(line.slice(0, at)), line }];
  });
}

function nameOf(text: string): string {
  return text.replaceAll(/[ \t\r\n]/g, "").toLowerCase();
}

/** What follows the colon. */
export function bodyOf({ line }: SignedField): string {
  return line.slice(line.indexOf(":") + 1);
}

/** RFC 6376, 3.4.2: the name in lower case, unfolded, each run of blanks one blank, and none at the ends. */
export function relaxed(field: SignedField): string {
  const text = bodyOf(field)
    .replaceAll(/\r\n/g, "")
    .replaceAll(/[ \t]+/g, " ");
  const from = text.startsWith(" ") ? 1 : 0;
  const to = text.length > from && text.endsWith(" ") ? -1 : undefined;
  return `${field.name}:${text.slice(from, to)}`;
}

/** The field as it was before it was signed: without the value of `b=`. */
export function withoutSignature(field: SignedField): SignedField {
  const at = field.line.indexOf(":") + 1;
  const tags = field.line.slice(at).split(";");
  const emptied = tags.map((tag) =>
    /^[ \t\r\n]{0,999}b[ \t\r\n]{0,999}=/.test(tag) ? tag.slice(0, tag.indexOf("=") + 1) : tag,
  );
  return { name: field.name, line: field.line.slice(0, at) + emptied.join(";") };
}
