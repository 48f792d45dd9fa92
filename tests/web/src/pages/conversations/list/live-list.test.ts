import { expect, test } from "vitest";
import {
  conversations,
  leavesGap,
  mergePages,
  type Page,
  type Row,
} from "../../../../../../web/src/pages/conversations/list/live-list.ts";

const row = (at: number, changes: Partial<Row> = {}): Row => ({
  id: `run-${at}`,
  agent_id: "agent1",
  thread_id: null,
  state: "replied",
  reason: null,
  reason_text: null,
  from: "Carol <carol@customer.example>",
  subject: `Mail ${at}`,
  is_test: false,
  has_attachments: false,
  received_at: new Date(Date.UTC(2026, 10, 23) + at * 1_000).toISOString(),
  updated_at: "2026-11-23T12:00:00.000Z",
  ...changes,
});
const page = (rows: Row[], next_cursor: string | null = "more"): Page => ({ runs: rows, next_cursor });
const all = () => true;
const ids = (rows: Row[]) => rows.map(({ id }) => id);

test("new mails appear above the ones that were read, and nothing appears twice", () => {
  const read = [page([row(3), row(2)]), page([row(1), row(0)], null)];
  expect(ids(mergePages(read, page([row(5), row(4), row(3), row(2)]), all))).toEqual([
    "run-5",
    "run-4",
    "run-3",
    "run-2",
    "run-1",
    "run-0",
  ]);
});

test("a mail whose state changed leaves a list that it no longer belongs to", () => {
  const held = (at: number) => row(at, { state: "held" });
  const isHeld = ({ state }: Row) => state === "held";
  const read = [page([held(9), held(8), held(1)], null)];
  expect(ids(mergePages(read, page([row(9), held(8), row(7)]), isHeld))).toEqual(["run-8", "run-1"]);
});

test("a list that fits into the live part shows that part alone", () => {
  expect(ids(mergePages([page([row(2), row(1)], null)], page([row(3), row(2)], null), all))).toEqual([
    "run-3",
    "run-2",
  ]);
});

test("more news than one refresh shows leaves a gap, and fewer do not", () => {
  const before = page([row(2), row(1)]);
  expect(leavesGap(before, page([row(9), row(8)]))).toBe(true);
  expect(leavesGap(before, page([row(3), row(2)]))).toBe(false);
  expect(leavesGap(before, page([row(9)], null))).toBe(false);
  expect(leavesGap(page([], null), page([row(9)]))).toBe(false);
});

test("a thread is one line at its newest mail, and opens at the mail that needs its owner", () => {
  const thread_id = "t1";
  const lines = conversations([
    row(4, { thread_id }),
    row(3),
    row(2, { thread_id, state: "drafted" }),
    row(1, { thread_id }),
  ]);
  expect(lines.map(({ lead, newest, ids: all }) => [newest.id, lead.id, all.length])).toEqual([
    ["run-4", "run-2", 3],
    ["run-3", "run-3", 1],
  ]);
});
