import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findToken,
  hashToken,
  hintOf,
  isApiToken,
  isWellFormed,
  makeTokenText,
} from "../../../shared/tokens/token-text.ts";

test("a token has a prefix that scanners know, 32 random characters and a checksum, and none comes twice", () => {
  const made = Array.from({ length: 1_000 }, makeTokenText);
  for (const token of made) expect(token).toMatch(/^lk_[0-9A-Za-z]{38}$/);
  expect(made.every(isWellFormed)).toBe(true);
  expect(new Set(made).size).toBe(made.length);
});

test("every letter and digit is as likely as the others", () => {
  const seen = new Map<string, number>();
  const drawn = Array.from({ length: 2_000 }, () => makeTokenText().slice(3, 35)).join("");
  for (const letter of drawn) seen.set(letter, (seen.get(letter) ?? 0) + 1);
  expect(seen.size).toBe(62);
  // Bytes taken modulo 62 would make the first eight digits a quarter more frequent.
  for (const count of seen.values()) expect(Math.abs(count / (drawn.length / 62) - 1)).toBeLessThan(0.25);
});

test("a token with one character changed, cut or added is not well formed", () => {
  const token = makeTokenText();
  const letter = fc.constantFrom(..."0123456789ABCXYZabcxyz");
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 40 }), letter, (at, other) => {
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      expect(isWellFormed(changed)).toBe(changed === token);
    }),
  );
  for (const bad of [token.slice(0, -1), `${token}0`, token.toLowerCase(), ` ${token}`, "", "lk_"]) {
    expect(isWellFormed(bad)).toBe(false);
  }
});

test("the form stays as it is: tokens that are out must go on", () => {
  const token = "lk_00000000000000000000000000000000" + "0dawgh";
  expect(isApiToken(token)).toBe(true);
  expect(isWellFormed(token)).toBe(true);
  expect(hashToken("lk_x")).toBe("0e95e8456462461bec6c0169ce4b419b3267a0e6e616b2866d4a385b97c1bc5d");
});

test("a token is found in a URL, and its hint tells four of its characters", () => {
  const token = makeTokenText();
  expect(findToken(`a=1&access_token=${token}&b=2`)).toBe(token);
  expect(findToken("q=lk_short")).toBeUndefined();
  expect(hintOf(token)).toBe(token.slice(0, 7));
});
