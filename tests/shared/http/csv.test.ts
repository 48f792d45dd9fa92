import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv, wantsCsv } from "../../../shared/http/csv.ts";

const table = { rows: "groups", columns: ["key", "mails", "cost_usd"], filename: "usage.csv" };
const csv = (...groups: unknown[]) => toCsv(table, { groups });

describe("a table", () => {
  test("is a line of names and a line a row, each ended by CR LF (RFC 4180)", () => {
    expect(csv({ key: "gpt-4", mails: 2, cost_usd: 0.04 }, { key: "claude", mails: 1, cost_usd: null })).toBe(
      "key,mails,cost_usd\r\ngpt-4,2,0.04\r\nclaude,1,\r\n",
    );
  });

  test("without rows is its line of names", () => {
    expect(csv()).toBe("key,mails,cost_usd\r\n");
  });

  test.each([
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("http://x.example","y")', `"'=HYPERLINK(""http://x.example"",""y"")"`],
    ["+49", "'+49"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["\rx", '"\'\rx"'],
  ])("holds no formula: the text %j becomes %j", (key, cell) => {
    expect(csv({ key, mails: -2, cost_usd: 0 })).toBe(`key,mails,cost_usd\r\n${cell},-2,0\r\n`);
  });

  test("can be read back whatever the texts hold", () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom("a", '"', ",", "\r", "\n", ";", "'", "=", "ü") }));
    fc.assert(
      fc.property(texts, (keys) => {
        const [, ...rows] = read(csv(...keys.map((key) => ({ key, mails: 1, cost_usd: 2 }))));
        expect(rows).toEqual(keys.map((key) => [/^[=\r\n]/.test(key) ? `'${key}` : key, "1", "2"]));
      }),
    );
  });
});

/** RFC 4180 read in the plainest way: quotes, doubled quotes, commas, CR LF. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let row: string[] = [];
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test.each([
  [undefined, false],
  ["*/*", false],
  ["application/json", false],
  ["text/csv", true],
  ["Text/CSV;q=0.9, */*;q=0.1", true],
  ["text/csv;q=0.5, application/json", false],
  ["application/json;q=0.5,text/csv", true],
  ["text/csv;q=0", false],
])("the header Accept: %s asks for CSV: %s", (accept, wanted) => {
  expect(wantsCsv(accept)).toBe(wanted);
});
