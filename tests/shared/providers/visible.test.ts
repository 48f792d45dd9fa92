import { expect, it, test } from "vitest";
import { toAnswer } from "../../../shared/providers/answer.ts";
import { isVisible } from "../../../shared/providers/visible.ts";

const NOTHING = {
  "no text": "",
  "blanks and line breaks": " \t\r\n\v\f",
  "blanks of Unicode": "\u00a0\u1680\u2000\u2003\u200a\u202f\u205f\u3000\u2028\u2029\u0085",
  "zero-width characters": "\u200b\u200c\u200d\u2060\ufeff",
  "bidi controls": "\u200e\u200f\u061c\u202a\u202e\u202c\u2066\u2069",
  "soft hyphens": "\u00ad\u00ad",
  "tag characters": String.fromCodePoint(0xe0001, 0xe0041, 0xe007f),
  "variation selectors": `\ufe0f\u180b${String.fromCodePoint(0xe0100)}`,
  fillers: "\u115f\u1160\u3164\uffa0\u034f\u17b4",
  "empty Braille": "\u2800\u2800",
  controls: "\u0000\u0007\u001b",
  "invisible operators": "\u2061\u2062\u2063\u2064",
  "marks on no letter": "\u0301\u20e3",
  "what is no character": `\ufffe\ufdd0${String.fromCodePoint(0xfffff)}`,
  "half of a pair": "\ud83d",
  "HTML comments": "<!-- thinking -->\n<!--\nmore\n-->",
  "the shortest comments": "<!--><!--->",
  "a comment without an end": " <!-- I should answer that",
  entities: "&nbsp;&#8203; &#x200B;&ZeroWidthSpace;".replace("&ZeroWidthSpace;", "&shy;"),
};

it.each(Object.entries(NOTHING))("%s is invisible", (_, text) => {
  expect(isVisible(text)).toBe(false);
  const answer = { text, finish: "stop", tokens: { input: 1, output: 1, cached: 0, reasoning: 0 }, served: {} };
  expect(() => toAnswer(new Map([["stop", "end"]]), answer, false)).toThrow(
    expect.objectContaining({ code: "bad_answer" }),
  );
});

it.each([
  "a",
  ".",
  "👍",
  "❤️",
  "é",
  "नमस्ते",
  "عربى",
  "한",
  "&nbsp;x",
  "<!-- a --> b",
  "-->",
  "&amp;",
  "\u200bok",
  "👩‍👩‍👧",
])("%s is visible", (text) => {
  expect(isVisible(text)).toBe(true);
  const answer = { text, finish: "stop", tokens: { input: 1, output: 1, cached: 0, reasoning: 0 }, served: {} };
  expect(toAnswer(new Map([["stop", "end"]]), answer, false)).toMatchObject({ text });
});

test("a long invisible answer is read only once", () => {
  expect(isVisible("<!--".repeat(100_000))).toBe(false);
  expect(isVisible("<!---->".repeat(50_000) + "&nbsp".repeat(50_000))).toBe(true);
  expect(isVisible("\u200b".repeat(500_000))).toBe(false);
});
