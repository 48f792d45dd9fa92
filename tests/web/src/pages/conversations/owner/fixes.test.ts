import { expect, test } from "vitest";
import { RULES } from "../../../../../../shared/mail/rules.ts";
import { RUN_REASONS } from "../../../../../../shared/runs/reasons.ts";
import { noteBeforeAnswer } from "../../../../../../web/src/pages/conversations/owner/anyway.ts";
import { helpFor, isDoubt } from "../../../../../../web/src/pages/conversations/owner/fixes.ts";

const reasons = Object.keys(RUN_REASONS);
const pagesOf = (reason: string) => {
  const { fix } = helpFor(reason);
  return fix === undefined || fix === "unblock" ? fix : fix.href("a1");
};

test("a cause in a key, a budget or an agent leads to the page that fixes it", () => {
  expect(pagesOf("key_rejected")).toBe("/keys");
  expect(pagesOf("monthly_budget")).toBe("/account");
  expect(pagesOf("agent_daily_budget")).toBe("/agents/a1");
  expect(pagesOf("correspondent_blocked")).toBe("unblock");
});

test("a cause at the provider says so, and leads to the key, which names the page", () => {
  for (const reason of [
    "lacks_rights",
    "address_blocked",
    "service_disabled",
    "account_suspended",
    "verification_needed",
  ]) {
    expect(pagesOf(reason)).toBe("/keys");
    const { note, retry } = helpFor(reason);
    expect(note).toContain("answered by itself");
    expect(retry).toBe(true);
  }
});

test("an action that may reach another reader, send a second mail or cost again asks for confirmation, and nothing else does", () => {
  expect(reasons.filter((reason) => helpFor(reason).warning !== undefined)).toEqual([
    "foreign_reply_to",
    "answer_lost",
    "may_have_been_sent",
  ]);
});

test("a retry is not offered if the mail itself would end the same way", () => {
  for (const reason of ["unproven_sender", "encrypted", "too_large"]) expect(helpFor(reason).retry).toBe(false);
  for (const reason of ["refused", "bad_answer", "too_old", "not_on_allow_list", "mail_unreadable", "broke_down"])
    expect(helpFor(reason).retry).toBe(true);
  expect(helpFor("a reason of tomorrow")).toEqual({ retry: true });
});

test("one button answers a mail that a person may have written, and none answers an unproven one", () => {
  const doubts = reasons.filter(isDoubt);
  const yielding = RULES.filter(({ action, yields }) => action === "hold" && yields).map(({ reason }) => reason);
  expect(doubts).toEqual(yielding);
  for (const doubt of doubts) expect(helpFor(doubt).retry).toBe(true);
  expect(isDoubt("unproven_sender")).toBe(false);
});

test("every reason with which a skipped mail can still be answered has a note to read before", () => {
  const skipped = RULES.filter(({ action, yields }) => action === "skip" && yields).map(({ reason }) => reason);
  const notes = [...skipped, "duplicate", "dropped"].map(noteBeforeAnswer);
  expect(notes).not.toContain(noteBeforeAnswer("a reason of tomorrow"));
});
