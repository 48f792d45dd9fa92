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
  const { bracketed, bare } = tokens(value);
  const ids = bracketed.filter(isWritable);
  // Words beside an id in brackets are a comment: `<id> (added by postmaster@relay.example)`.
  const others = bare.filter(isWritable);
  if (bracketed.length > 0) return isList ? inOrder(value, [...ids, ...others.filter((id) => id.includes("@"))]) : ids;
  // "Your message of Monday" is no id, and neither is one of its words.
  return others.length === 1 || isList ? others : [];
}

function inOrder(value: string, ids: string[]): string[] {
  return ids.toSorted((a, b) => value.indexOf(a) - value.indexOf(b));
}

/** What stands in angle brackets, and the words around, in one pass. */
function tokens(value: string): { bracketed: string[]; bare: string[] } {
  const bracketed: string[] = [];
  let around = "";
  let from = 0;
  for (let close = value.indexOf(">"); close >= 0; close = value.indexOf(">", from)) {
    const before = value.slice(from, close);
    const open = before.lastIndexOf("<");
    around += ` ${before.slice(0, Math.max(0, open))} `;
    const id = before
      .slice(open + 1)
      .trim()
      .replaceAll("\t", " ");
    // A blank within is a program's own; several words are somebody's.
    if (open >= 0 && (!id.includes(" ") || id.includes("@"))) bracketed.push(`<${id}>`);
    if (open < 0) around += before;
    from = close + 1;
  }
  around += ` ${value.slice(from)}`;
  return {
    bracketed,
    bare: withoutComments(around)
      .replaceAll("<", " ")
      .split(/[\s,;]+/),
  };
}

/** Printable ASCII alone, so that nothing of it can begin a header of its own; and something that can tell mails apart. */
export function isWritable(id: string): boolean {
  return id.length <= MAX_LENGTH && /^[ -~]+$/.test(id) && /[A-Za-z0-9]/.test(id);
}
