/** One result of RFC 8601: `dkim=pass header.d=shop.example`. Property names are in lower case. */
type AuthResult = { method: string; result: string; properties: ReadonlyMap<string, string> };

/** What one server found out about a mail, in its own words. */
export type AuthPayload = { server: string; results: AuthResult[] };

/** Longer than any server writes. A longer field was made by somebody else. */
const LONGEST = 16_384;

/**
 * Reads the payload of an Authentication-Results or ARC-Authentication-Results field (RFC 8601, 2.2; RFC 8617, 4.1.1).
 * The server repeats what strangers wrote (HELO, envelope sender), so quoted text stays one value and comments are left
 * out. Undefined if anything is ambiguous: a quotation or comment without an end, a property that occurs twice in a
 * result, or DMARC twice.
 */
export function readAuthPayload(value: string): AuthPayload | undefined {
  const parts = value.length > LONGEST ? undefined : tokenize(value);
  if (parts === undefined) return undefined;
  const rest = parts[0]?.[0]?.startsWith("i=") ? parts.slice(1) : parts;
  const [server = "", ...others] = [rest[0]?.[0] ?? "", ...rest.slice(1)];
  const results: AuthResult[] = [];
  for (const words of others) {
    if (words.length === 0 || words[0] === "none") continue;
    const result = readResult(words);
    if (result === undefined) return undefined;
    results.push(result);
  }
  const dmarc = results.filter(({ method }) => method === "dmarc");
  return dmarc.length > 1 ? undefined : { server: server.toLowerCase(), results };
}

function readResult([first = "", ...words]: string[]): AuthResult | undefined {
  const [method, result] = splitAt(first);
  if (result === undefined) return undefined;
  const properties = new Map<string, string>();
  for (const word of words) {
    const [name, value] = splitAt(word);
    if (value === undefined) continue;
    if (properties.has(name)) return undefined;
    properties.set(name, value.toLowerCase());
  }
  // A method may name its version: `dkim/1=pass`.
  return { method: method.split("/", 1)[0] ?? "", result: result.toLowerCase(), properties };
}

function splitAt(word: string): [string, string | undefined] {
  const at = word.indexOf("=");
  return at < 0 ? [word.toLowerCase(), undefined] : [word.slice(0, at).toLowerCase(), word.slice(at + 1)];
}

/** The words between semicolons, in one pass. Undefined when a quotation or a comment does not end. */
function tokenize(value: string): string[][] | undefined {
  const parts: string[][] = [[]];
  let word = "";
  let depth = 0;
  let isQuoted = false;
  const endWord = () => {
    if (word !== "") parts.at(-1)?.push(word);
    word = "";
  };
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at);
    if (char === "\\" && (isQuoted || depth > 0)) {
      at++;
      if (isQuoted) word += value.charAt(at);
    } else if (isQuoted) {
      if (char === '"') isQuoted = false;
      else word += char;
    } else if (char === "(") depth++;
    else if (depth > 0) {
      if (char === ")") depth--;
    } else if (char === '"') isQuoted = true;
    else if (char === ";") {
      endWord();
      parts.push([]);
    } else if (/\s/.test(char)) endWord();
    else word += char;
  }
  endWord();
  return isQuoted || depth > 0 ? undefined : parts.map(joinAround);
}

/** RFC 8601 allows blanks around "=": `dkim = pass`. */
function joinAround(words: string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && (word.startsWith("=") || last.endsWith("="))) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}
