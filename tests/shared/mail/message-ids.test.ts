import { expect, test } from "vitest";
import { idKey, messageIds, ownMessageId } from "../../../shared/mail/message-ids.ts";

test.each([
  ["<a@b.example>", ["<a@b.example>"]],
  ["<a@b.example><c@d>\t<e+f=g/h$@[192.0.2.1]>", ["<a@b.example>", "<c@d>", "<e+f=g/h$@[192.0.2.1]>"]],
  ["<a@b.example> <a@b.example>", ["<a@b.example>"]],
  ["<<a@b.example>>", ["<a@b.example>"]],
  [`<${"x".repeat(1000)}@b.example> <a@b.example>`, ["<a@b.example>"]],
  ["<20261128.abc123>", ["<20261128.abc123>"]],
  ["<a@b@c.example>", ["<a@b@c.example>"]],
  ["<[A1B2-C3]=x@b.example>", ["<[A1B2-C3]=x@b.example>"]],
  ['<"a b"@c.example>', ['<"a b"@c.example>']],
  ["<a b@c.example>", ["<a b@c.example>"]],
  ["a@b.example", ["a@b.example"]],
  ["abc123", ["abc123"]],
  ["<a@b.example> (added by postmaster@relay.example)", ["<a@b.example>"]],
  ["Your message of Monday <a@b.example>", ["<a@b.example>"]],
  ["Your message of Monday", []],
  ["alice@b.example's message of Monday <a@b.example>", ["<a@b.example>"]],
  ["<> <@> < >", []],
  ["<é@b.example> <a\u0000@b.example>", []],
  ["", []],
])("%j names %j", (value, ids) => expect(messageIds(value)).toEqual(ids));

test.each([
  ["<a@b.example>,<c@d.example>", ["<a@b.example>", "<c@d.example>"]],
  ["a@b.example c@d.example", ["a@b.example", "c@d.example"]],
  ["<a@b.example> c@d.example <e@f.example>", ["<a@b.example>", "c@d.example", "<e@f.example>"]],
  ["<a@b.example> (c@d.example)", ["<a@b.example>"]],
  ["abc123 <def456>", ["<def456>"]],
])("a list %j names %j", (value, ids) => expect(messageIds(value, true)).toEqual(ids));

test("a mail's own id is its only one", () => {
  expect(ownMessageId(["<a@b.example>", "<a@b.example>"])).toBe("<a@b.example>");
  expect(ownMessageId(["<a@b.example>", "<c@d.example>"])).toBeUndefined();
  expect(ownMessageId([])).toBeUndefined();
});

test("an id has the same key with and without brackets", () => {
  expect(idKey("a@b.example")).toBe(idKey("<a@b.example>"));
  expect(idKey("<a b@c>")).toBe(idKey("<ab@c>"));
});

test("megabytes of half-open ids are read quickly", () => {
  expect(messageIds("<a".repeat(100_000))).toEqual([]);
  expect(messageIds(">".repeat(1_000_000))).toEqual([]);
  expect(messageIds(`<${"a".repeat(2_000_000)}`)).toEqual([]);
});
