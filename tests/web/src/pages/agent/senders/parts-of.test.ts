import { expect, test } from "vitest";
import { readSenderList } from "../../../../../../shared/senders/read-list.ts";
import { partsOf } from "../../../../../../web/src/pages/agent/senders/parts-of.ts";

/** What the API makes of all parts, with the lines that the page shows. */
function readAll(text: string, most?: number) {
  const read = partsOf(text, most).map(({ senders, firstLine }) => ({ ...readSenderList(senders), firstLine }));
  return {
    patterns: read.flatMap(({ patterns }) => patterns),
    refused: read.flatMap(({ refused, firstLine }) => refused.map(({ line, text }) => [line + firstLine, text])),
  };
}

test("a short list is one part", () => {
  expect(partsOf("a@x.example\nb.example")).toEqual([{ senders: "a@x.example\nb.example", firstLine: 0 }]);
  expect(partsOf(" \n")).toEqual([]);
});

test("a long list is cut between lines, and what is refused is named by its line in the whole", () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => (at === 7_776 ? "nonsense" : `s${at}@x.example`));
  const text = lines.join("\r\n");
  expect(partsOf(text).length).toBeGreaterThan(5);
  expect(partsOf(text).every(({ senders }) => senders.length <= 20_000)).toBe(true);
  const { patterns, refused } = readAll(text);
  expect(patterns).toHaveLength(9_999);
  expect(refused).toEqual([[7_777, "nonsense"]]);
});

test("a table keeps its head in every part", () => {
  const rows = Array.from({ length: 100 }, (_, at) => (at === 60 ? "Nobody,wrong" : `Somebody,s${at}@x.example`));
  const { patterns, refused } = readAll(["Name,E-mail", ...rows].join("\n"), 300);
  expect(patterns).toHaveLength(99);
  expect(refused).toEqual([[62, "wrong"]]);
});

test("one endless line is sent, cut, and not for ever", () => {
  expect(partsOf("x".repeat(100_000)).map(({ senders }) => senders.length)).toEqual([20_000]);
});
