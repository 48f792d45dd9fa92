import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine } from "../../../shared/mail/clean-line.ts";

test.each([
  ["a line break", "a\r\nBcc: b", "a Bcc: b"],
  ["Unicode's line breaks", "a\u0085b\u2028c\u2029d", "a b c d"],
  ["NUL and other controls", "a\0b\u0007c\u009bd", "abcd"],
  ["bidi controls", "a\u202etxt.exe\u2066b\u200fc", "atxt.exebc"],
  ["surrounding and repeated blanks", "  a \t b\n", "a b"],
  ["space that only controls divide", "a \0 \u202e b", "a b"],
])("removes %s", (_, given, clean) => {
  expect(cleanLine(given, 255)).toBe(clean);
});

test("keeps letters of every script, joined emoji and marks", () => {
  const line = "Grüße 你好 می‌خواهم 👩‍👩‍👧 é שלום";
  expect(cleanLine(line, 255)).toBe(line);
});

test("keeps surrogate pairs whole", () => {
  expect(cleanLine("ab😀", 3)).toBe("ab");
  expect(cleanLine("ab😀", 4)).toBe("ab😀");
});

test("any text becomes one well-formed line within the limit, and cleaning it again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.nat(300), (text, max) => {
      const line = cleanLine(text, max);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      expect(line.length).toBeLessThanOrEqual(max);
      expect(line.isWellFormed()).toBe(true);
      expect(cleanLine(line, max)).toBe(line);
    }),
  );
});
