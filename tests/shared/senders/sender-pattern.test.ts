import { expect, test } from "vitest";
import { MOST_LABELS, meansAddress, patternsFor, readPattern } from "../../../shared/senders/sender-pattern.ts";

test.each([
  ["anna@shop.example", "anna@shop.example"],
  ["  Anna@Shop.EXAMPLE ", "anna@shop.example"],
  ["anna@shop.example.", "anna@shop.example"],
  ["<anna@shop.example>", "anna@shop.example"],
  ['"anna@shop.example"', "anna@shop.example"],
  ["mailto:anna@shop.example?subject=Hi", "anna@shop.example"],
  ["anna+news@shop.example", "anna+news@shop.example"],
  ["o'neil@shop.example", "o'neil@shop.example"],
  ["jörg@shop.example", "jörg@shop.example"],
  ["shop.example", "shop.example"],
  ["Shop.Example.", "shop.example"],
  ["@shop.example", "shop.example"],
  ["*@shop.example", "shop.example"],
  ["*.shop.example", "*.shop.example"],
  [".shop.example", "*.shop.example"],
  ["*@*.shop.example", "*.shop.example"],
  ["*.co.uk", "*.co.uk"],
  ["*.top", "*.top"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["anna@BÜCHER.example", "anna@xn--bcher-kva.example"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  ["*.bücher.example", "*.xn--bcher-kva.example"],
  ["shop.xn--p1ai", "shop.xn--p1ai"],
])("%j means %s", (text, pattern) => {
  expect(readPattern(text)).toEqual({ pattern });
});

test.each([
  ["", "empty"],
  ["*", "everybody"],
  ["*@*", "everybody"],
  ["shop", "neither"],
  ["top", "neither"],
  ["anna@", "neither"],
  ["anna@shop", "neither"],
  ["anna@[192.0.2.1]", "neither"],
  ["192.0.2.1", "neither"],
  ["an na@shop.example", "neither"],
  ["a@b@shop.example", "neither"],
  ["-shop.example", "neither"],
  ["shop..example", "neither"],
  ["sh_op.example", "neither"],
  [`${"a".repeat(64)}.example`, "neither"],
  [`${"a".repeat(65)}@shop.example`, "neither"],
  ["https://shop.example/", "web address"],
  ["anna*@shop.example", "within the address"],
  ["shop.*", "another place"],
  ["shop.*.example", "another place"],
  ["anna@*.shop.example", "one mailbox at many domains"],
  [`${"a.".repeat(MOST_LABELS)}example`, "parts"],
])("%j is refused: %s", (text, message) => {
  expect(readPattern(text)).toEqual({ fault: expect.stringContaining(message) });
});

test.each([
  ["anna@shop.example", "Anna@SHOP.example", true],
  ["anna@shop.example", "anna+news@shop.example", true],
  ["anna+news@shop.example", "anna+news@shop.example", true],
  ["anna+news@shop.example", "anna@shop.example", false],
  ["anna@shop.example", "joanna@shop.example", false],
  ["shop.example", "anna@shop.example", true],
  ["shop.example", "anna@mail.eu.shop.example", true],
  ["shop.example", "anna@myshop.example", false],
  ["shop.example", "anna@shop.example.org", false],
  ["*.shop.example", "anna@mail.shop.example", true],
  ["*.shop.example", "anna@shop.example", false],
  ["*.top", "anna@shop.top", true],
  ["xn--bcher-kva.example", "anna@bücher.example", true],
])("%s means %s: %s", (pattern, address, means) => {
  expect(meansAddress(pattern, address)).toBe(means);
});

test("an address is looked up under few patterns, however deep its domain is", () => {
  expect(patternsFor("anna+x@a.shop.example")).toEqual([
    "anna+x@a.shop.example",
    "anna@a.shop.example",
    "a.shop.example",
    "shop.example",
    "*.shop.example",
    "*.example",
  ]);
  expect(patternsFor(`anna+x@${"a.".repeat(100)}example`).length).toBeLessThanOrEqual(19);
  expect(patternsFor("nobody")).toEqual([]);
});
