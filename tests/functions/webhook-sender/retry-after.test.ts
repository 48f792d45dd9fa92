import { expect, test } from "vitest";
import { secondsOf } from "../../../functions/webhook-sender/retry-after.ts";

const NOW = new Date("2026-11-29T10:00:00.000Z");

test.each([
  ["120", 120],
  [" 0 ", 0],
  ["Sun, 29 Nov 2026 10:05:00 GMT", 300],
  ["Sunday, 29-Nov-26 10:05:00 GMT", 300],
  ["Sun Nov 29 10:05:00 2026 GMT", 300],
  ["Sun, 29 Nov 2026 09:00:00 GMT", 0],
])("%s is a pause", (header, seconds) => {
  expect(secondsOf(header, NOW)).toBe(seconds);
});

test.each([undefined, "", "soon", "-5", "1.5", "1e9", "99999999999999999999", "2026-11-29", "12:00", "someday"])(
  "%s is none",
  (header) => {
    expect(secondsOf(header, NOW)).toBeUndefined();
  },
);
