import { expect, test } from "vitest";
import { GIVE_UP_MS, WAITS_MS, waitAfter } from "../../../shared/webhooks/schedule.ts";

const HOUR = 3_600_000;

test("nine calls are spread over about a day, whatever the jitter", () => {
  for (const random of [0, 1]) {
    const waits = Array.from({ length: 9 }, (_, i) => waitAfter(i + 1, undefined, random));
    expect(waits.at(-1)).toBeUndefined();
    const all = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0);
    expect(all).toBeGreaterThan(22 * HOUR);
    // All calls of a delivery are made before it is given up.
    expect(all).toBeLessThan(GIVE_UP_MS);
  }
});

test("a wait is never shorter than the schedule's, and at most a tenth longer", () => {
  expect(WAITS_MS.map((_, i) => waitAfter(i + 1, undefined, 0))).toEqual([...WAITS_MS]);
  expect(waitAfter(1, undefined, 1)).toBe(5_500);
});

test("a receiver that asks for a longer pause gets it, up to six hours, and a shorter one changes nothing", () => {
  expect(waitAfter(1, 600, 0)).toBe(600_000);
  expect(waitAfter(1, 1, 0)).toBe(5_000);
  expect(waitAfter(1, 999_999_999, 0)).toBe(6 * HOUR);
  expect(waitAfter(9, 600, 0)).toBeUndefined();
});
