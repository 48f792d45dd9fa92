import { expect, test } from "vitest";
import { parseMail } from "../../../shared/mail/parse.ts";
import { isTooLarge, MAX_BOUNDARIES, MAX_BYTES, MAX_LINES } from "../../../shared/mail/raw-limits.ts";

test.each([
  ["bytes", (more: number) => Buffer.alloc(MAX_BYTES + more, "x")],
  ["lines", (more: number) => Buffer.from("\n".repeat(MAX_LINES + more))],
  ["lines that could begin a part", (more: number) => Buffer.from("\r\n--b".repeat(MAX_BOUNDARIES + more))],
])("a mail may have so many %s and no more", (_, mail) => {
  expect(isTooLarge(mail(0))).toBe(false);
  expect(isTooLarge(mail(1))).toBe(true);
});

test("dashes inside a line begin no part", () => {
  expect(isTooLarge(Buffer.from(" --b\n- -\n-".repeat(MAX_BOUNDARIES + 1)))).toBe(false);
});

test("a mail over a limit is not parsed", async () => {
  expect(await parseMail(Buffer.alloc(MAX_BYTES + 1, "x"))).toEqual({ problem: "too_large" });
});
