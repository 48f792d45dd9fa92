import { expect, test } from "vitest";
import { MAX_AGE_MS, remainingWaitMs } from "../../../../functions/agent-runner/limits/age.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const RECEIVED = Date.parse("2026-11-23T12:00:00.000Z");
const at = (ms: number) => new Date(RECEIVED + ms);
const arrived = { received_at: at(0).toISOString() };

test("a mail may wait for 48 hours from its arrival", () => {
  expect(MAX_AGE_MS).toBe(48 * HOUR_MS);
  expect(remainingWaitMs(arrived, at(HOUR_MS))).toBe(47 * HOUR_MS);
  expect(remainingWaitMs(arrived, at(48 * HOUR_MS))).toBe(0);
  expect(remainingWaitMs(arrived, at(48 * HOUR_MS + 1))).toBe(-1);
});

test("an owner who reopens a mail gives it another 48 hours; a key that works again does not", () => {
  const reopened = { ...arrived, reopened_at: at(10 * HOUR_MS).toISOString() };
  expect(remainingWaitMs(reopened, at(10 * HOUR_MS))).toBe(48 * HOUR_MS);
  expect(remainingWaitMs({ ...reopened, released: true }, at(10 * HOUR_MS))).toBe(38 * HOUR_MS);
});

test("a mail that a limit held may wait for its turn, 48 hours each time and 35 days in all", () => {
  const renewed = (day: number) => ({ ...arrived, renewed: true, reopened_at: at(day * DAY_MS).toISOString() });
  expect(remainingWaitMs(renewed(20), at(20 * DAY_MS))).toBe(48 * HOUR_MS);
  expect(remainingWaitMs(renewed(34), at(34 * DAY_MS))).toBe(DAY_MS);
  expect(remainingWaitMs(renewed(35), at(35 * DAY_MS + 1))).toBe(-1);
});
