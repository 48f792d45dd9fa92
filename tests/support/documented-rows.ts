import { readFileSync } from "node:fs";

/** One kind of row as docs/architecture.md lists it. */
export type RowKind = {
  table: string;
  /** Names of the attributes that make the key. */
  key: string[];
  /** Of the sort key, with `{…}` for what differs; undefined where the table has one kind of row. */
  pattern: string | undefined;
  stays: string;
  writers: string[];
  readers: string[];
  deleters: string[];
};

const KEY = /^`(\w+)`(?:, `(\w+)`(?:: `([^`]+)`)?)?$/;

export function documentedRows(): RowKind[] {
  const page = readFileSync("docs/architecture.md", "utf8");
  const [, table = ""] = /<!-- rows -->\n(.*?)<!-- \/rows -->/s.exec(page) ?? [];
  const [, , ...lines] = table.trim().split("\n");
  return lines.map((line) => {
    const [, name = "", key = "", stays = "", ...lists] = line.split("|").map((cell) => cell.trim());
    const [, partition, sort, pattern] = KEY.exec(key) ?? [];
    const [writers = [], readers = [], deleters = []] = lists.map((list) => list.split(", ").filter(Boolean));
    const attributes = [partition, sort].filter((each) => each !== undefined);
    return { table: name, key: attributes, pattern, stays, writers, readers, deleters };
  });
}
