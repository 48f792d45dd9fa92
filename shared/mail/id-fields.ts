import { isWritable } from "./message-ids.ts";

/** RFC 5322, 2.1.1. */
const MAX_LINE = 78;

/**
 * Writes In-Reply-To and References with the ids unchanged, folded between ids. Each field ends in CRLF and is left
 * out if it has no ids.
 */
export function idFields(in_reply_to: string | undefined, references: string[]): string {
  return (
    writeField("In-Reply-To", in_reply_to === undefined ? [] : [in_reply_to]) + writeField("References", references)
  );
}

function writeField(name: string, ids: string[]): string {
  const lines = [`${name}:`];
  for (const id of ids.filter(isWritable)) {
    const line = `${lines.at(-1)} ${id}`;
    const isFull = line.length > MAX_LINE && lines.at(-1) !== `${name}:`;
    lines.splice(isFull ? lines.length : -1, isFull ? 0 : 1, isFull ? ` ${id}` : line);
  }
  return lines[0] === `${name}:` ? "" : `${lines.join("\r\n")}\r\n`;
}
