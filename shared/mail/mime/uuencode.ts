/** Files that programs from before MIME wrote into the text. */

const BEGIN = /^begin [0-7]{3,4} (\S.{0,200})$/;
/** The first character of a line gives its length; all characters come from a set of 64. */
const DATA = /^[!-M][ -`]{1,62}$/;

/** Replaces each file in the text with a line that names it. */
export function replaceUuFiles(text: string): string {
  if (!text.startsWith("begin ") && !text.includes("\nbegin ")) return text;
  const out: string[] = [];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const name = BEGIN.exec(line)?.[1];
    const end = name === undefined ? at : dataEnd(lines, at + 1);
    // A sentence can start with "begin" too, but only a file has data below.
    out.push(end > at + 1 ? `[A file in the text: ${name}]` : line);
    if (end > at + 1) at = end - 1;
  }
  return out.join("\n");
}

function dataEnd(lines: string[], from: number): number {
  let end = from;
  while (end < lines.length && DATA.test(lines[end] ?? "")) end++;
  if (end === from) return from;
  if (/^[` ]?$/.test(lines[end] ?? "x")) end++;
  return lines[end] === "end" ? end + 1 : end;
}

/** Decodes a body with the Content-Transfer-Encoding `x-uuencode`. */
export function decodeUuencode(body: string): Uint8Array {
  const lines = body.split(/\r?\n/).filter((line) => DATA.test(line));
  return Buffer.concat(lines.map(decodeLine));
}

function decodeLine(line: string): Buffer {
  const values = [...line].map((char) => (char.charCodeAt(0) - 0x20) & 63);
  const bytes: number[] = [];
  for (let at = 1; at < values.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = values.slice(at, at + 4);
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return Buffer.from(bytes.slice(0, values[0] ?? 0));
}
