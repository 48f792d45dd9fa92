import type { Answer } from "../../../api/types.ts";

export type Row = Answer<"listRuns">["runs"][number];
export type Page = Answer<"listRuns">;

/** One line of the list: the loaded mails of a thread. */
export type Conversation = {
  /** The mail that opens with the line: the newest that needs its owner, or else the newest. */
  lead: Row;
  newest: Row;
  ids: string[];
};

/**
 * Merges the pages that were read once with the current state of the newest mails. `head` holds the newest mails of all
 * states and is filtered here, so that refreshing costs the same however rare the wanted mails are.
 */
export function mergePages(pages: Page[], head: Page | undefined, isWanted: (row: Row) => boolean): Row[] {
  const read = pages.flatMap(({ runs }) => runs);
  if (head === undefined) return read.filter(isWanted);
  const now = new Set(head.runs.map(({ id }) => id));
  const oldest = head.runs.at(-1)?.received_at;
  const isAll = head.next_cursor === null || oldest === undefined;
  const older = isAll ? [] : read.filter(({ id, received_at }) => !now.has(id) && received_at <= oldest);
  return [...head.runs, ...older].filter(isWanted);
}

/** True if more mails arrived between two refreshes than one refresh shows, which would leave a gap in the list. */
export function leavesGap(before: Page, now: Page): boolean {
  if (before.runs.length === 0 || now.next_cursor === null) return false;
  const seen = new Set(before.runs.map(({ id }) => id));
  return !now.runs.some(({ id }) => seen.has(id));
}

/** Groups the mails of a thread into one line at the position of its newest mail. */
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

/** Identifies a line even after a newer mail has joined it. */
export function nameOf({ newest }: Conversation): string {
  return newest.thread_id ?? newest.id;
}

export function needsOwner({ state }: Pick<Row, "state">): boolean {
  return state === "held" || state === "drafted";
}
