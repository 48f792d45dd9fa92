import { describe, expect, it } from "vitest";
import { retryAfter } from "../../../shared/providers/retry-after.ts";

const now = new Date("2026-11-23T20:00:00Z");
const read = (headers: Record<string, string>, delay?: string) => retryAfter(new Headers(headers), delay, now);

describe("retryAfter", () => {
  it("reads seconds, a date, milliseconds and Google's delay, in whole seconds rounded up", () => {
    expect(read({ "retry-after": "20" })).toBe(20);
    expect(read({ "retry-after": "0" })).toBe(0);
    expect(read({ "retry-after": "Mon, 23 Nov 2026 20:01:30 GMT" })).toBe(90);
    expect(read({ "retry-after-ms": "1200" })).toBe(2);
    expect(read({}, "34.07s")).toBe(35);
  });

  it("takes a date that has passed for now", () => {
    expect(read({ "retry-after": "Mon, 23 Nov 2026 19:00:00 GMT" })).toBe(0);
  });

  it("believes milliseconds before seconds, and the header before the body", () => {
    expect(read({ "retry-after-ms": "500", "retry-after": "9" }, "99s")).toBe(1);
    expect(read({ "retry-after": "9" }, "99s")).toBe(9);
  });

  it.each([{}, { "retry-after": "" }, { "retry-after": "soon" }, { "retry-after": "-" }, { "retry-after-ms": "x" }])(
    "says nothing where nothing can be read: %o",
    (headers) => {
      expect(read(headers, "later")).toBeUndefined();
    },
  );
});
