import { expect, test } from "vitest";
import { replySubject } from "../../../shared/mail/reply-subject.ts";

test.each([
  ["Hours", "Re: Hours"],
  ["Re: Hours", "Re: Hours"],
  ["RE: re: Hours", "Re: Hours"],
  ["AW: SV: Antw: VS: Odp: Hours", "Re: Hours"],
  ["Re[2]: Hours", "Re: Hours"],
  ["RE :Hours", "Re: Hours"],
  ["Re:Re:Hours", "Re: Hours"],
  ["", "Re: (no subject)"],
  ["  ", "Re: (no subject)"],
  ["Re:", "Re: (no subject)"],
  ["Research: a plan", "Re: Research: a plan"],
  ["Fwd: Hours", "Re: Fwd: Hours"],
  ["Hours Re: Sunday", "Re: Hours Re: Sunday"],
  ["Hours\r\nBcc: victim@bank.example", "Re: Hours Bcc: victim@bank.example"],
])("the answer to %j has the subject %j", (subject, expected) => {
  expect(replySubject(subject)).toBe(expected);
});

test("a subject has at most 255 characters", () => {
  expect(replySubject("x".repeat(251))).toBe(`Re: ${"x".repeat(251)}`);
  expect(replySubject("x".repeat(300))).toBe(`Re: ${"x".repeat(251)}`);
});

test("a long run of answer marks takes no time to speak of", () => {
  expect(replySubject(`${"Re".repeat(100_000)}x`)).toHaveLength(255);
  expect(replySubject("Re: ".repeat(100_000))).toBe("Re: (no subject)");
});
