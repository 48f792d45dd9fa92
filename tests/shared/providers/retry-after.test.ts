import { describe, expect, it } from "vitest";
import { readRetryAfter } from "../../../shared/providers/retry-after.ts";

const now = new Date("2026-11-23T20:00:00Z");
const read = (headers: Record<string, string>, delay?: string) => readRetryAfter(new Headers(headers), delay, now);

describe("retryAfter", () => {
  it("reads seconds, a date, milliseconds and Google's delay, in whole seconds rounded up", () => {
    expect(read({ "retry-after": "20" })).toBe(20);
    expect(read({ "retry-after": "0" })).toBe(0);
    expect(read({ "retry-after": "Mon, 23 Nov 2026 20:01:30 GMT" })).toBe(90);
    expect(read({ "retry-after-ms": "1200" })).toBe(2);
    expect(read({}, "34.07s")).toBe(35);
  });

  it("treats a past date as now", () => {
    expect(read({ "retry-after": "Mon, 23 Nov 2026 19:00:00 GMT" })).toBe(0);
  });

  it("prefers milliseconds to seconds, and the header to the body", () => {
    expect(read({ "retry-after-ms": "500", "retry-after": "9" }, "99s")).toBe(1);
    expect(read({ "retry-after": "9" }, "99s")).toBe(9);
  });

  it("reads all forms of an HTTP date, in UTC, and ISO 8601", () => {
    expect(read({ "retry-after": "Monday, 23-Nov-26 20:01:30 GMT" })).toBe(90);
    expect(read({ "retry-after": "Mon Nov 23 20:01:30 2026" })).toBe(90);
    expect(read({ "retry-after": "2026-11-23T20:01:30Z" })).toBe(90);
  });

  it("rounds fractions of a second up, and caps absurd waits", () => {
    expect(read({ "retry-after": "1.2" })).toBe(2);
    expect(read({ "retry-after-ms": "1200.7" })).toBe(2);
    for (const huge of [{ "retry-after": "9".repeat(400) }, { "retry-after-ms": "9".repeat(30) }]) {
      expect(new Date(now.getTime() + (read(huge) ?? 0) * 1000).getFullYear()).toBe(2027);
    }
    expect(read({ "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" })).toBe(366 * 24 * 3_600);
  });

  it("ignores unreadable milliseconds and uses the other forms", () => {
    expect(read({ "retry-after-ms": "-5", "retry-after": "9" })).toBe(9);
    expect(read({ "retry-after-ms": "x" }, "3s")).toBe(3);
  });

  it.each([
    ...[{}, { "retry-after": "" }, { "retry-after": "soon" }, { "retry-after": "-" }, { "retry-after-ms": "x" }],
    ...[{ "retry-after": "-5" }, { "retry-after": "in 2050" }, { "retry-after": "1e3" }, { "retry-after": "NaN" }],
    ...[{ "retry-after": "Infinity" }, { "retry-after": "Mon, 99 Nov 2026" }, { "retry-after": "5 minutes" }],
  ])("is undefined if nothing can be read: %o", (headers) => {
    expect(read(headers, "later")).toBeUndefined();
  });
});
