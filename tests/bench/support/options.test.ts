import { expect, test } from "vitest";
import { readOptions, wholeNumbers } from "../../../bench/support/options.ts";

const read = (...args: string[]) => readOptions("usage", 3, { mails: "200" }, args);

test("what is not given has its default", () => {
  expect(read()).toEqual({ mails: "200", rounds: 3, base: "d751885", dry: false });
});

test("what is given replaces it", () => {
  expect(read("--mails", "5", "--rounds", "1", "--base", "none", "--dry")).toEqual({
    mails: "5",
    rounds: 1,
    base: "none",
    dry: true,
  });
});

test("what no bench takes is refused", () => {
  expect(() => read("--mail", "5")).toThrow("--mail");
  expect(() => read("--rounds", "many")).toThrow("--rounds takes a whole number");
});

test("a list of numbers is read", () => {
  expect(wholeNumbers("owners", "1,8")).toEqual([1, 8]);
  expect(() => wholeNumbers("owners", "1,")).toThrow("--owners");
});
