import { describe, expect, test } from "vitest";
import { explainMailbox } from "../../../shared/forwarding/explain.ts";
import { someMailbox, someResult } from "../../support/mailboxes.ts";

const TESTED = "2026-11-23T12:00:00.000Z";
const after = (minutes: number) => new Date(Date.parse(TESTED) + minutes * 60_000);
const back = (changes = {}) => someResult({ at: "2026-11-23T12:00:03.000Z", ...changes });
const explain = (changes: Parameters<typeof someMailbox>[0], minutes = 1) =>
  explainMailbox(someMailbox({ tested_at: TESTED, ...changes }), after(minutes));

describe("a mailbox is", () => {
  test.each([
    ["waiting", {}, 9],
    ["not_arrived", {}, 10],
    ["connected", { result: back() }, 60],
    ["changed", { result: back({ outcome: "changed" }) }, 60],
    ["not_arrived", { result: back({ outcome: "answered" }) }, 1],
    ["waiting", { result: someResult({ at: "2026-11-20T12:00:00.000Z" }) }, 1],
    ["disconnected", { result: someResult({ at: "2026-11-20T12:00:00.000Z" }) }, 11],
    ["not_arrived", { result: someResult({ at: "2026-11-20T12:00:00.000Z", outcome: "changed" }) }, 11],
  ] as const)("%s with %j after %i minutes", (state, changes, minutes) => {
    expect(explain(changes, minutes).state).toBe(state);
  });
});

test("a sealing forwarder answers more than one that only keeps signatures", () => {
  const plain = explain({ result: back() });
  const sealed = explain({ result: back({ arc: "pass", sealer: "google.com" }) });
  const sealedAlone = explain({ result: back({ arc: "pass", sealer: "google.com", dkim: "fail" }) });
  expect([plain, sealed, sealedAlone].map(({ answered }) => answered.length)).toEqual([1, 2, 1]);
  expect(plain.held[0]).toContain("SPF");
  expect(sealed.answered[1]).toContain("google.com");
  expect(sealedAlone.advice).toHaveLength(1);
});

test.each([
  ["a group", { way: "google_group", from_kept: false }, "in place of the group"],
  ["a rule that forwards in its own name", { way: "alias", from_kept: false }, "redirect"],
  ["a tag in the subject", { subject_kept: false }, "[External]"],
  ["a change of the text", {}, "footer"],
] as const)("%s is told with what to change", (_, changes, words) => {
  const { answered, advice } = explain({ result: back({ outcome: "changed", dkim: "fail", ...changes }) });
  expect(answered).toEqual([]);
  expect(advice.join(" ")).toContain(words);
});

test("a test that does not come back is told with the likely causes of that provider", () => {
  expect(explain({}, 11).advice.join(" ")).toContain("5.7.520");
  expect(explain({ address: "jo@gmail.com" }, 11).advice.join(" ")).not.toContain("5.7.520");
  expect(explain({ send_failed: true }, 11).advice).toEqual([
    "The test mail was refused. Check the address and test again.",
  ]);
});
