import conditionParser from "dynalite/db/conditionParser.js";
import { expect, test } from "vitest";
import { type Parser, rememberExpressions } from "../../../../local/aws/dynamodb/expression-cache.ts";

/** The real parser, and what it was asked to read. */
function remembering() {
  const read: string[] = [];
  const { parse } = conditionParser;
  const parser: Parser = {
    parse(expression, options) {
      read.push(expression);
      return parse(expression, options);
    },
  };
  rememberExpressions(parser);
  return { parser, read };
}

function contextOf(attrVals: Record<string, object>, attrNames: Record<string, string> = { "#n": "n" }) {
  const marked = (all: object) => Object.fromEntries(Object.keys(all).map((name) => [name, true as const]));
  const unused = { unusedAttrNames: marked(attrNames), unusedAttrVals: marked(attrVals) };
  // The two that dynalite adds to its own.
  return { context: { attrNames, attrVals, ...unused, isReserved: () => false, compare: () => true } };
}

test("an expression is read once, and each call gets a tree of its own values", () => {
  const { parser, read } = remembering();
  const first = parser.parse("#n = :v", contextOf({ ":v": { S: "one" } }));
  const second = parser.parse("#n = :v", contextOf({ ":v": { S: "two" } }));
  expect(read).toHaveLength(1);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first).replace("one", "two"));
});

test("what an expression uses is taken off the unused each time", () => {
  const { parser } = remembering();
  for (const value of ["one", "two"]) {
    const options = contextOf({ ":v": { S: value }, ":w": { S: value } });
    const { context } = options;
    parser.parse("#n = :v", options);
    expect(Object.keys(context.unusedAttrVals)).toEqual([":w"]);
    expect(context.unusedAttrNames).toEqual({});
  }
});

test("other names, other types of values, errors and what looks into values are read anew", () => {
  const { parser, read } = remembering();
  parser.parse("#n = :v", contextOf({ ":v": { S: "one" } }));
  parser.parse("#n = :v", contextOf({ ":v": { N: "1" } }));
  parser.parse("#n = :v", contextOf({ ":v": { S: "one" } }, { "#n": "m" }));
  for (const wrong of ["#n = :x", "#n = :x"]) expect(parser.parse(wrong, contextOf({}))).toContain(":x");
  for (const to of ["2", "0"]) parser.parse("#n BETWEEN :a AND :b", contextOf({ ":a": { N: "1" }, ":b": { N: to } }));
  expect(read).toHaveLength(7);
});
