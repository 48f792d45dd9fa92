import { withoutComments } from "./headers.ts";

/** The length keeps a folded header line under the 998 characters of RFC 5322, 2.1.1. */
const MAX_LENGTH = 900;

/** A thread's first id is its root; beyond this many, the ids in between say nothing that the last ones do not. */
const MAX_IDS = 50;

/**
 * The message ids in the values of a field, in their order, each once and as its writer wrote it. RFC 5322, 3.6.4 has
 * `<left@right>`; programs leave out the "@", write two, add blanks, or leave out the brackets, and know their own mail
 * by that form only.
 * @param isList whether ids without brackets may stand among others: References has nothing but ids, In-Reply-To words too
 */
export function messageIds(values: string | string[], isList = false): string[] {
  return [...new Set([values].flat().flatMap((value) => idsIn(value, isList)))];
}

/** A mail's own id; undefined where it has none, or more than one. */
export function ownMessageId(values: string[]): string | undefined {
  const [id, ...others] = messageIds(values);
  return others.length === 0 ? id : undefined;
}

/** At most 50 ids: the first and the last 49. */
export function fewIds(ids: string[]): string[] {
  return ids.length <= MAX_IDS ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MAX_IDS)];
}

/** The same for an id that one program wrote in brackets and another without. */
export function idKey(id: string): string {
  return id.startsWith("<") ? id.replaceAll(/\s+/g, "") : `<${id}>`;
}

function idsIn(value: string, isList: boolean): string[] {
  const found = tokens(value);
  const ids = found.filter((id) => isWritable(id));
  // Words beside an id in brackets are a comment: `<id> (added by postmaster@relay.example)`.
  if (found.some(isBracketed)) return ids.filter((id) => isBracketed(id) || (isList && id.includes("@")));
  // "Your message of Monday" is no id, and neither is one of its words.
  return ids.length === 1 || isList ? ids : [];
}

function isBracketed(id: string): boolean {
  return id.startsWith("<");
}

/** What stands in angle brackets, and the words between, in their order and in one pass. */
function tokens(value: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (let close = value.indexOf(">"); close >= 0; close = value.indexOf(">", from)) {
    const before = value.slice(from, close);
    const open = before.lastIndexOf("<");
    // Where nothing opens it, the words before it stand by themselves.
    for (const word of words(open < 0 ? before : before.slice(0, open))) found.push(word);
    const id = before
      .slice(open + 1)
      .trim()
      .replaceAll("\t", " ");
    // A blank within is a program's own; several words are somebody's.
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

/** Printable ASCII alone, so that nothing of it can begin a header of its own; and something that can tell mails apart. */
export function isWritable(id: string): boolean {
  return id.length <= MAX_LENGTH && /^[ -~]+$/.test(id) && /[A-Za-z0-9]/.test(id);
}
