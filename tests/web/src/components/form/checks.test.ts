import { expect, test } from "vitest";
import { mailboxesOrDomains, number } from "../../../../../web/src/components/form/checks.ts";

const BOUNDS = { min: 0.01, max: 10_000 };

test("a number out of bounds, or none, gets a message and is not changed into another one", () => {
  const fault = "Enter a number from 0.01 to 10,000.";
  expect(["", 0, 10_001, "abc", Number.NaN].map((value) => number(value, BOUNDS))).toEqual(Array(5).fill(fault));
  expect([0.01, 10_000, "5"].map((value) => number(value, BOUNDS))).toEqual([undefined, undefined, undefined]);
});

test("an empty field is valid if the limit is optional", () => {
  expect(number("", BOUNDS, "may be empty")).toBeUndefined();
  expect(number(0, BOUNDS, "may be empty")).toBe("Enter a number from 0.01 to 10,000, or nothing for no limit.");
});

test("in a list of addresses and domains, the entry that is neither is named", () => {
  expect(mailboxesOrDomains(["carol@customer.example", "shop.example"])).toBeUndefined();
  expect(mailboxesOrDomains(["shop.example", "carol@", "x"])).toBe('"carol@" is neither an address nor a domain.');
});
