import { expect, test } from "vitest";
import { median, slope, withSpread } from "../../../bench/support/stats.ts";

test("a median is of the middle, and is shown with the ends", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(withSpread([9, 1, 5])).toBe("5.00 (1.00 – 9.00)");
  expect(withSpread([0.125])).toBe("0.13");
});

test("a slope is what y grows with x", () => {
  expect(slope([0, 1, 2, 3].map((x) => ({ x, y: 10 + 2 * x })))).toBeCloseTo(2);
  expect(slope([{ x: 1, y: 5 }])).toBe(0);
});
