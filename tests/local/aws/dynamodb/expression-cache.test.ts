import conditionParser from "dynalite/db/conditionParser.js";
import { expect, test } from "vitest";
import { type Parser, rememberExpressions } from "../../../../local/aws/dynamodb/expression-cache.ts";

/** The real parser, with a record of its inputs. */
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
  // The two functions that dynalite adds to the parser's own.
  return { context: { attrNames, attrVals, ...unused, isReserved: () => false, compare: () => true } };
}

test("an expression is parsed once, and each call gets a tree with its own values", () => {
  const { parser, read } = remembering();
  const first = parser.parse("#n = :v", contextOf({ ":v": { S: "one" } }));
  const second = parser.parse("#n = :v", contextOf({ ":v": { S: "two" } }));
  expect(read).toHaveLength(1);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first).replace("one", "two"));
});

test("each call marks the names and values that the expression uses", () => {
  const { parser } = remembering();
  for (const value of ["one", "two"]) {
    const options = contextOf({ ":v": { S: value }, ":w": { S: value } });
    const { context } = options;
    parser.parse("#n = :v", options);
    expect(Object.keys(context.unusedAttrVals)).toEqual([":w"]);
    expect(context.unusedAttrNames).toEqual({});
  }
});

test("other names, other value types, errors, and expressions that depend on values are parsed again", () => {
  const { parser, read } = remembering();
  parser.parse("#n = :v", contextOf({ ":v": { S: "one" } }));
  parser.parse("#n = :v", contextOf({ ":v": { N: "1" } }));
  parser.parse("#n = :v", contextOf({ ":v": { S: "one" } }, { "#n": "m" }));
  for (const wrong of ["#n = :x", "#n = :x"]) expect(parser.parse(wrong, contextOf({}))).toContain(":x");
  for (const to of ["2", "0"]) parser.parse("#n BETWEEN :a AND :b", contextOf({ ":a": { N: "1" }, ":b": { N: to } }));
  expect(read).toHaveLength(7);
});
