import { expect, test } from "vitest";
import { idFields } from "../../../shared/mail/id-fields.ts";

test("ids are written into a reply unchanged", () => {
  expect(idFields("abc123", ["<a b@c.example>", "abc123"])).toBe(
    "In-Reply-To: abc123\r\nReferences: <a b@c.example> abc123\r\n",
  );
});

test("a field without ids is left out", () => {
  expect(idFields(undefined, [])).toBe("");
});

test("many ids are folded between ids, and no line exceeds the limit of SMTP", () => {
  const ids = Array.from({ length: 50 }, (_, at) => `<${"x".repeat(at * 18)}@b.example>`);
  const [, references = ""] = idFields("<a@b>", ids).split("References:");
  const lines = references.trimEnd().split("\r\n");
  expect(lines.every((line) => line.length < 998)).toBe(true);
  expect(lines.filter((line) => line.length > 78).every((line) => line.split(" ").length <= 2)).toBe(true);
  expect(references.replaceAll("\r\n", "").trim().split(" ")).toEqual(ids);
});

test("no part of an id starts a line", () => {
  expect(idFields("<a@b>\r\nBcc: victim@bank.example", ["<c@d>\n", "<e@f>"])).toBe("References: <e@f>\r\n");
});
