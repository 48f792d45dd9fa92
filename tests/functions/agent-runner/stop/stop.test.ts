import fc from "fast-check";
import { expect, it } from "vitest";
import { backoff } from "../../../../functions/agent-runner/stop/stop.ts";

it("doubles from 15 seconds to 15 minutes, and half of each is random", () => {
  expect([0, 1, 2, 6, 50].map((attempts) => backoff(attempts, 0, 1))).toEqual([15, 30, 60, 900, 900]);
  expect([0, 1, 50].map((attempts) => backoff(attempts, 0, 0))).toEqual([8, 15, 450]);
});

it("is never shorter than the provider's Retry-After", () => {
  const anyTry = fc.record({ attempts: fc.nat(200), retryAfter: fc.double({ min: 0, max: 9_000, noNaN: true }) });
  fc.assert(
    fc.property(anyTry, ({ attempts, retryAfter }) => {
      const seconds = backoff(attempts, retryAfter);
      expect(seconds).toBeGreaterThanOrEqual(retryAfter);
      expect(Number.isInteger(seconds)).toBe(true);
    }),
  );
});
