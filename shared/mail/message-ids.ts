/** RFC 5322, 3.6.4, without quoted forms. The length keeps a folded header line under the 998 characters of 2.1.1. */
const MESSAGE_ID = /<[!-;=?A-~]+@[!-;=?A-~]+>/g;
const MAX_LENGTH = 900;

/** A thread's first id is its root; beyond this many, the ids in between say nothing that the last ones do not. */
const MAX_IDS = 50;

/** The well-formed message ids in a header value, in their order, each once; the rest is passed over. */
export function messageIds(value: string): string[] {
  return [...new Set(value.match(MESSAGE_ID) ?? [])].filter((id) => id.length <= MAX_LENGTH);
}

/** At most 50 ids: the first and the last 49. */
export function fewIds(ids: string[]): string[] {
  return ids.length <= MAX_IDS ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MAX_IDS)];
}
