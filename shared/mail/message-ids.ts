import { withoutComments } from "./headers.ts";

/** Keeps a folded header line under the 998 characters of RFC 5322, 2.1.1. */
const MAX_LENGTH = 900;

/**
 * The first id of a thread is its root. With more ids than this, the ones in the middle add nothing to the last ones.
 */
const MAX_IDS = 50;

/**
 * Returns the message ids in the values of a field, in order, each once and as written. RFC 5322, 3.6.4 asks for
 * `<left@right>`. Programs leave out the "@", write two, add blanks, or leave out the brackets, and they recognize
 * their own mail only in that form.
 * @param isList whether ids without brackets may follow each other: References holds only ids, In-Reply-To also words
 */
export function messageIds(values: string | string[], isList = false): string[] {
  return [...new Set([values].flat().flatMap((value) => idsIn(value, isList)))];
}

/** The mail's own id; undefined if it has none or more than one. */
export function ownMessageId(values: string[]): string | undefined {
  const [id, ...others] = messageIds(values);
  return others.length === 0 ? id : undefined;
}

/** At most 50 ids: the first and the last 49. */
export function limitIds(ids: string[]): string[] {
  return ids.length <= MAX_IDS ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MAX_IDS)];
}

/** Gives the same key to an id with brackets and to the same id without them. */
export function idKey(id: string): string {
  return id.startsWith("<") ? id.replaceAll(/\s+/g, "") : `<${id}>`;
}

function idsIn(value: string, isList: boolean): string[] {
  const found = tokens(value);
  const ids = found.filter((id) => isWritable(id));
  // Words beside a bracketed id are a comment: `<id> (added by postmaster@relay.example)`.
  if (found.some(isBracketed)) return ids.filter((id) => isBracketed(id) || (isList && id.includes("@")));
  // "Your message of Monday" is not an id, and none of its words is one.
  return ids.length === 1 || isList ? ids : [];
}

function isBracketed(id: string): boolean {
  return id.startsWith("<");
}

/** The contents of angle brackets and the words between them, in order and in one pass. */
function tokens(value: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (let close = value.indexOf(">"); close >= 0; close = value.indexOf(">", from)) {
    const before = value.slice(from, close);
    const open = before.lastIndexOf("<");
    // A ">" without "<" ends nothing, so the words before it are separate.
    for (const word of words(open < 0 ? before : before.slice(0, open))) found.push(word);
    const id = before
      .slice(open + 1)
      .trim()
      .replaceAll("\t", " ");
    // An id with one blank comes from a program; several words were written by a person.
    if (open >= 0 && (!id.includes(" ") || id.includes("@"))) found.push(`<${id}>`);
    from = close + 1;
  }
  return [...found, ...words(value.slice(from))];
}

function words(text: string): string[] {
  return withoutComments(text)
    .replaceAll("<", " ")
    .split(/[\s,;]+/);
}

/**
 * Only printable ASCII, so that an id cannot start a new header; and at least one letter or digit, so that ids differ.
 */
export function isWritable(id: string): boolean {
  return id.length <= MAX_LENGTH && /^[ -~]+$/.test(id) && /[A-Za-z0-9]/.test(id);
}
