import { expect, test } from "vitest";
import { formFault, readWish } from "../../../shared/agents/address-form.ts";

const wish = (asked: string) => readWish(asked, "agents.example");
const fault = (asked: string, isShared = true) => formFault(wish(asked), isShared);

test.each([
  ["support-acme", "support-acme@agents.example"],
  ["Support-ACME", "support-acme@agents.example"],
  ["  support.acme ", "support.acme@agents.example"],
  ["Support_Acme@Agents.Example", "support_acme@agents.example"],
  ["a@b@elsewhere.example", "a@b@elsewhere.example"],
])("%j asks for %s", (asked, address) => {
  expect(wish(asked).address).toBe(address);
});

test.each(["support-acme", "a.b_c-d", "1acme", "acme2026", "a--b", "a".repeat(64), "x-1"])(
  "%s has the form",
  (name) => {
    expect(fault(name)).toBeUndefined();
  },
);

test.each([
  ["", /empty/],
  ["ab", /at least 3/],
  ["a".repeat(65), /at most 64/],
  [".acme", /begin and end/],
  ["acme.", /begin and end/],
  ["-acme", /begin and end/],
  ["acme_", /begin and end/],
  ["ac..me", /two dots/],
  ["acme+shop", /plus sign/],
  ["ac me", /only letters/],
  ["ac\tme", /only letters/],
  ["acme\r\nBcc: x", /only letters/],
  ['"acme"', /only letters/],
  ['"ac me"@agents.example', /only letters/],
  ["a@b@agents.example", /only letters/],
  ["acme<x>", /only letters/],
  ["look:abc", /only letters/],
  ["café", /other alphabets/],
  ["аcme", /other alphabets/],
  ["acme\u200b", /other alphabets/],
  ["ａｃｍｅ", /other alphabets/],
  // Folding the Kelvin sign or a dotted capital I to lower case would make ASCII letters of them.
  ["\u212aacme", /other alphabets/],
  ["acme\u0130", /other alphabets/],
])("%j is refused", (name, why) => {
  expect(fault(name)).toMatch(why);
});

test("a short name is fine on a domain of one's own, and a long domain leaves less room", () => {
  expect(fault("me", false)).toBeUndefined();
  expect(fault(`${"a".repeat(64)}@${"b".repeat(190)}.example`, false)).toMatch(/at most 254/);
});
