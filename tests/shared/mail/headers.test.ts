import { expect, test } from "vitest";
import { keyword, withoutComments } from "../../../shared/mail/headers.ts";

test.each([
  ["no", "no"],
  [" No ", "no"],
  ["no (human)", "no"],
  ["(a (nested) comment) auto-replied", "auto-replied"],
  ["(with \\) a quoted end) no", "no"],
  ["no; by=hand; why=(x)", "no"],
  ["no (never closed", "no"],
  ["", ""],
])("the keyword of %j is %j", (value, word) => {
  expect(keyword(value)).toBe(word);
});

test("a closing parenthesis outside of a comment is kept", () => {
  expect(withoutComments("a) b (c) d")).toBe("a) b  d");
});
