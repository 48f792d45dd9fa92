import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withReasons } from "../../../infra/reason-table.ts";
import type { HeldReason, Reason } from "../../../shared/reasons/reason.ts";
import { isResolvedBy, RUN_REASONS, reasonRow, resolversOf } from "../../../shared/runs/reasons.ts";

const SENTENCES = /^[A-Z`].+[.?]$/;
const rows = Object.entries<Reason>(RUN_REASONS);

test("the page of reasons shows every row: npm run openapi writes it", () => {
  const page = readFileSync("docs/reasons.md", "utf8");
  expect(withReasons(page)).toBe(page);
});

test.each(rows)("%s is told in whole sentences, and its button has a label", (_, row) => {
  const help = "help" in row ? row.help : undefined;
  for (const text of [row.owner, row.operator, help?.note, help?.warning]) {
    if (text !== null && text !== undefined) expect(text).toMatch(SENTENCES);
  }
  if (help?.fix !== undefined && help.fix !== "unblock") expect(help.fix.label).toMatch(/^[A-Z]/);
});

test("each cause resolves only its own reasons, and nothing resolves an unknown reason", () => {
  expect(isResolvedBy("key", "no_credit")).toBe(true);
  expect(isResolvedBy("limits", "no_credit")).toBe(false);
  expect(resolversOf("daily_limit")).toEqual(["limits", "day"]);
  expect(resolversOf("a reason of tomorrow")).toEqual([]);
  expect(reasonRow("toString")).toBeUndefined();
});

test("a row with an unknown cause, or without the web's help, does not compile", () => {
  const row = { owner: "It waits.", operator: null };
  // @ts-expect-error: `limts` is not a cause.
  const typo: HeldReason = { ...row, resolvedBy: ["limts"], help: { retry: true } };
  // @ts-expect-error: a held mail needs words and buttons in the web app.
  const mute: Reason = { ...row, resolvedBy: ["limits"] };
  expect([typo, mute]).toHaveLength(2);
});
