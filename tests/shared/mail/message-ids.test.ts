import { expect, test } from "vitest";
import { messageIds } from "../../../shared/mail/message-ids.ts";

test.each([
  ["<a@b.example>", ["<a@b.example>"]],
  ["<a@b.example><c@d>\t<e+f=g/h$@[192.0.2.1]>", ["<a@b.example>", "<c@d>", "<e+f=g/h$@[192.0.2.1]>"]],
  ["<a@b.example> <a@b.example>", ["<a@b.example>"]],
  ["a@b.example <> <@> <a@> <@b> <a b@c> <a@b@c> <é@b.example>", []],
  ["<<a@b.example>>", ["<a@b.example>"]],
  [`<${"x".repeat(1000)}@b.example> <a@b.example>`, ["<a@b.example>"]],
])("of %j only the well-formed ids are read", (value, ids) => {
  expect(messageIds(value)).toEqual(ids);
});

test("megabytes of what only begins like an id take no time to speak of", () => {
  expect(messageIds("<a".repeat(1_000_000))).toEqual([]);
  expect(messageIds(`<${"a".repeat(2_000_000)}`)).toEqual([]);
});
