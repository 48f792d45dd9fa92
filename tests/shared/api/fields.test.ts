import { describe, expect, test } from "vitest";
import { cursor, email, id, oneLine } from "../../../shared/api/fields.ts";

describe("an e-mail address", () => {
  test("is trimmed and put in lower case before its form is checked", () => {
    expect(email.parse("  Alice@Example.COM\n")).toBe("alice@example.com");
  });

  test.each(["", "alice", "alice@", "@example.com", "a b@example.com", "alice@example.com, bob@example.com"])(
    "is not %j",
    (text) => {
      expect(email.safeParse(text).success).toBe(false);
    },
  );

  test("has at most 254 characters", () => {
    expect(email.safeParse(`${"a".repeat(243)}@example.com`).success).toBe(false);
  });
});

test.each(["a#b", "a/b", "A", "", "a b", "ä", "a".repeat(81)])("an id is not %j", (text) => {
  expect(id.safeParse(text).success).toBe(false);
});

test.each(["a#b", "a/b", "", "a=", "a".repeat(513)])("a cursor is not %j", (text) => {
  expect(cursor.safeParse(text).success).toBe(false);
});

test.each(["a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b", "   ", ""])("one line is not %j", (text) => {
  expect(oneLine(20).safeParse(text).success).toBe(false);
});
