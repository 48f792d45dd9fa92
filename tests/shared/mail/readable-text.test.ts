import { expect, test } from "vitest";
import { MAX_TEXT, readableText } from "../../../shared/mail/readable-text.ts";

test("keeps paragraphs and tabs, and writes every line break as one newline", () => {
  expect(readableText("a\r\n\r\nb\tc\rd\u2028e\n")).toBe("a\n\nb\tc\nd\ne");
});

test.each([
  ["zero-width characters", "pay\u200b me\u2060\ufeff"],
  ["tag characters", "pay me\u{e0069}\u{e0067}\u{e006e}"],
  ["variation selectors that spell bytes", "pay me\u{e0100}\u{e0101}\ufe0f"],
  ["bidi controls", "\u202epay me\u2069"],
  ["control characters", "pay\0 me\u001b"],
])("removes %s", (_, text) => {
  expect(readableText(text)).toBe("pay me");
});

test("adds a note where it cuts a long mail", () => {
  expect(readableText("x".repeat(MAX_TEXT))).toHaveLength(MAX_TEXT);
  const cut = readableText("x".repeat(MAX_TEXT + 1));
  expect(cut.slice(0, MAX_TEXT)).toBe("x".repeat(MAX_TEXT));
  expect(cut.slice(MAX_TEXT)).toMatch(/^\n\[.*cut off.*\]$/);
});
