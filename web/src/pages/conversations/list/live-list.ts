import type { Answer } from "../../../api/types.ts";

export type Row = Answer<"listRuns">["runs"][number];
export type Page = Answer<"listRuns">;

/** One line of the list: the mails of a thread, as far as they are loaded. */
export type Conversation = {
  /** The mail that opens: the newest that needs its owner, else the newest. */
  lead: Row;
  newest: Row;
  ids: string[];
};

/**
 * The pages that were read once, with their newest part as it is now. `head` are the newest mails of all states: among
 * them the filter is applied here, so that keeping the list live costs the same however rare the mails are that it shows.
 */
export function live(pages: Page[], head: Page | undefined, isWanted: (row: Row) => boolean): Row[] {
  const read = pages.flatMap(({ runs }) => runs);
  if (head === undefined) return read.filter(isWanted);
  const now = new Set(head.runs.map(({ id }) => id));
  const oldest = head.runs.at(-1)?.received_at;
  const isAll = head.next_cursor === null || oldest === undefined;
  const older = isAll ? [] : read.filter(({ id, received_at }) => !now.has(id) && received_at <= oldest);
  return [...head.runs, ...older].filter(isWanted);
}

/** True when more mails arrived between two looks than one look shows: the list would have a hole. */
export function leavesHole(before: Page, now: Page): boolean {
  if (before.runs.length === 0 || now.next_cursor === null) return false;
  const seen = new Set(before.runs.map(({ id }) => id));
  return !now.runs.some(({ id }) => seen.has(id));
}

/** The mails of a thread as one line, where its newest stands. */
export function conversations(rows: Row[]): Conversation[] {
  const lines = new Map<string, Conversation>();
  for (const row of rows) {
    const name = row.thread_id ?? row.id;
    const line = lines.get(name);
    if (line === undefined) lines.set(name, { lead: row, newest: row, ids: [row.id] });
    else {
      line.ids.push(row.id);
      if (needsOwner(row) && !needsOwner(line.lead)) line.lead = row;
    }
  }
  return [...lines.values()];
}

/** What a line is told by, also when a newer mail has come to stand in it. */
export function nameOf({ newest }: Conversation): string {
  return newest.thread_id ?? newest.id;
}

export function needsOwner({ state }: Pick<Row, "state">): boolean {
  return state === "held" || state === "drafted";
}
