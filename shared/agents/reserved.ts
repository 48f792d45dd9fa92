import { isNoReplyName } from "../mail/robots/no-reply.ts";
import { skeleton } from "./address-skeleton.ts";
import { FILLERS, RESERVED_NAMES, type ReservedName } from "./reserved-names.ts";

const BY_LOOK = new Map(RESERVED_NAMES.map((row) => [skeleton(row.name), row]));
const FILLING = new Set(FILLERS.map(skeleton));
const BY_NAME = new Map(RESERVED_NAMES.map((row) => [row.name, row]));

/** A list's address for its bounces and commands, which vacation programs do not answer (RFC 5230, 4.6). */
const LIST_NAME = /^owner-|-(?:request|bounces?|owner)$/;

/**
 * The source of the rule that keeps a name on the shared domain from everybody; undefined if no rule does. What only
 * looks like a reserved name is reserved too: `p0stmaster`, `no_reply`, `adrnin2`.
 */
export function reservedBy(local: string): string | undefined {
  const words = local.split(/[._-]/).filter((word) => word !== "");
  const rows = [local, ...words].map(rowOf);
  const [whole, ...parts] = rows;
  const misleading = whole ?? parts.find((row) => row?.as === "word") ?? emptyTalk(words, parts) ?? glued(local);
  if (misleading !== undefined) return misleading.source;
  if (isNoReplyName(local)) return "custom of senders that read no replies";
  return LIST_NAME.test(local) ? "RFC 5230, 4.6" : undefined;
}

/** A number behind a name makes no other name of it. */
function rowOf(word: string): ReservedName | undefined {
  return BY_LOOK.get(skeleton(word)) ?? BY_LOOK.get(skeleton(word.replace(/\d+$/, "")));
}

/** The reserved name among words that add nothing to it: `the-admin-team`. */
function emptyTalk(words: string[], rows: (ReservedName | undefined)[]): ReservedName | undefined {
  const addsNothing = words.every((word, at) => rows[at] !== undefined || isFilling(word));
  return addsNothing ? rows.find((row) => row !== undefined) : undefined;
}

function isFilling(word: string): boolean {
  return /^\d+$/.test(word) || FILLING.has(skeleton(word));
}

/** The same without a separator: `adminteam`. */
function glued(local: string): ReservedName | undefined {
  const look = skeleton(local);
  for (const word of FILLING) {
    const row =
      (look.endsWith(word) ? BY_LOOK.get(look.slice(0, -word.length)) : undefined) ??
      (look.startsWith(word) ? BY_LOOK.get(look.slice(word.length)) : undefined);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** True for a name of the mail domain that the operator answers for, such as `abuse`: exactly as it stands. */
export function reachesOperator(local: string): boolean {
  return BY_NAME.get(local.toLowerCase())?.toOperator === true;
}
