import { expect, test } from "vitest";
import { endOf } from "../../../functions/tokens/end-of.ts";

const NOW = new Date("2026-11-29T12:00:00.000Z");

test("a token ends after 90 days, or with the one that made it, where nothing is said", () => {
  expect(endOf(undefined, undefined, NOW)).toBe("2027-02-27T12:00:00.000Z");
  expect(endOf(undefined, "2026-12-01T00:00:00.000Z", NOW)).toBe("2026-12-01T00:00:00.000Z");
});

test("a chosen end lies ahead, at most 366 days", () => {
  expect(endOf("2027-11-30T12:00:00Z", undefined, NOW)).toBe("2027-11-30T12:00:00.000Z");
  for (const bad of ["2026-11-29T12:00:00Z", "2020-01-01T00:00:00Z", "2027-11-30T12:00:01Z"]) {
    expect(() => endOf(bad, undefined, NOW)).toThrow("not in the form");
  }
});
