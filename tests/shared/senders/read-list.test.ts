import { expect, test } from "vitest";
import { readSenderList } from "../../../shared/senders/read-list.ts";

const patterns = (text: string) => readSenderList(text).patterns;

test.each([
  ["one a line", "anna@shop.example\nbob.example\r\n\r\n", ["anna@shop.example", "bob.example"]],
  ["commas, semicolons, tabs and spaces", "a@x.example, b@x.example;c@x.example\td@x.example e@x.example;", "abcde"],
  ["names", 'Anna <a@x.example>; "Bob, Jr." <b@x.example>, c@x.example', "abc"],
  ["a name with a comma", "Doe, Anna <a@x.example>; Roe, Bob <b@x.example>", "ab"],
  ["a name that is an address", '"a@other.example" <a@x.example>', "a"],
  ["two addresses in one cell", "Anna <a@x.example> Bob <b@x.example>", "ab"],
  ["a remark", "# spammers\na@x.example", "a"],
  ["what nobody sees", "\ufeffa@x.example\u200b\n\u00a0b@x.example", "ab"],
  ["old Mac lines", "a@x.example\rb@x.example", "ab"],
])("%s", (_, text, expected) => {
  const list = typeof expected === "string" ? [...expected].map((local) => `${local}@x.example`) : expected;
  expect(readSenderList(text)).toEqual({ patterns: list, refused: [] });
});

test("a table with a head gives the column of its addresses alone", () => {
  const table = '"Name","E-Mail","Since"\nAnna,a@x.example,2024\n"Bob, Jr.","B@X.example",2025\n';
  expect(readSenderList(table)).toEqual({ patterns: ["a@x.example", "b@x.example"], refused: [] });
});

test("each sender comes once, in whatever form", () => {
  expect(patterns("a@x.example\nA@X.example.\n<a@x.example>\n@y.example, *@y.example, y.example")).toEqual([
    "a@x.example",
    "y.example",
  ]);
});

test("what is no sender is named with its line, and the others count", () => {
  const { patterns, refused } = readSenderList("a@x.example\n\nhello\nb@x.example, c@\nAnna b2@x.example\n");
  expect(patterns).toEqual(["a@x.example", "b@x.example", "b2@x.example"]);
  expect(refused.map(({ line, text }) => [line, text])).toEqual([
    [3, "hello"],
    [4, "c@"],
    [5, "Anna"],
  ]);
});

test("a file that is no list has a short answer", () => {
  const { refused } = readSenderList("word ".repeat(10_000) + "x".repeat(10_000));
  expect(refused).toHaveLength(100);
});

test("long lines of any kind are read in a moment", () => {
  for (const part of ["<", "<a", '"', ",", "a, <", "@", "*.", "a.", " ", "=?"]) {
    expect(readSenderList(part.repeat(30_000)).patterns).toEqual([]);
  }
});
