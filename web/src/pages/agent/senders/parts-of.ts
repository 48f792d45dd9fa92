/** The API takes 50,000 characters in one request, and 64 KB. */
const MOST_CHARACTERS = 20_000;

type Part = { senders: string; firstLine: number };

/** Cuts a list between lines. A head of a table comes first in every part, since it says which column has the addresses. */
export function partsOf(text: string, most = MOST_CHARACTERS): Part[] {
  const lines = text.split(/\r\n|\r|\n/);
  const head = lines[0] ?? "";
  const parts: Part[] = [];
  let part: string[] = [];
  let length = 0;
  for (const [at, line] of lines.entries()) {
    if (length > 0 && length + line.length >= most) {
      parts.push({ senders: part.join("\n"), firstLine: at - part.length });
      part = isHead(head) ? [head] : [];
      length = isHead(head) ? head.length + 1 : 0;
    }
    part.push(line.slice(0, most));
    length += line.length + 1;
  }
  const last = { senders: part.join("\n"), firstLine: lines.length - part.length };
  return [...parts, last].filter(({ senders }) => senders.trim() !== "");
}

/** A first line without an address or a domain in it can only be a head. */
function isHead(line: string): boolean {
  return line.trim() !== "" && !/[@.]/.test(line);
}
