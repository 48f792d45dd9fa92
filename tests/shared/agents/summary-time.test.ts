import { describe, expect, it, test } from "vitest";
import { isTimeZone, localDate, nextSummaryAt } from "../../../shared/agents/summary-time.ts";

/** All summaries between two moments. */
function summaries(from: string, until: string, summary_hour: number, time_zone: string): string[] {
  const found: string[] = [];
  for (let at = new Date(from); ; ) {
    at = nextSummaryAt(at, { summary_hour, time_zone });
    if (at.toISOString() >= until) return found;
    found.push(at.toISOString());
  }
}

describe("the next summary", () => {
  it.each([
    ["2026-11-23T07:59:59.999Z", 8, "UTC", "2026-11-23T08:00:00.000Z"],
    ["2026-11-23T08:00:00.000Z", 8, "UTC", "2026-11-24T08:00:00.000Z"],
    ["2026-11-23T08:00:00.001Z", 8, "UTC", "2026-11-24T08:00:00.000Z"],
    ["2026-11-23T23:59:00.000Z", 0, "UTC", "2026-11-24T00:00:00.000Z"],
    ["2026-12-31T23:30:00.000Z", 23, "UTC", "2027-01-01T23:00:00.000Z"],
    ["2026-07-01T00:00:00.000Z", 8, "Europe/Berlin", "2026-07-01T06:00:00.000Z"],
    ["2026-12-01T00:00:00.000Z", 8, "Europe/Berlin", "2026-12-01T07:00:00.000Z"],
    ["2026-11-23T00:00:00.000Z", 8, "Asia/Kolkata", "2026-11-23T02:30:00.000Z"],
    ["2026-11-23T00:00:00.000Z", 8, "Asia/Kathmandu", "2026-11-23T02:15:00.000Z"],
    ["2026-11-23T00:00:00.000Z", 8, "America/Los_Angeles", "2026-11-23T16:00:00.000Z"],
    ["2026-11-23T00:00:00.000Z", 20, "Pacific/Kiritimati", "2026-11-23T06:00:00.000Z"],
  ])("after %s at %i o'clock in %s is at %s", (after, summary_hour, time_zone, expected) => {
    expect(nextSummaryAt(new Date(after), { summary_hour, time_zone }).toISOString()).toBe(expected);
  });

  // https://www.iana.org/time-zones: clocks go on an hour or half an hour, at midnight in some places.
  it.each(["Europe/Berlin", "America/New_York", "America/Havana", "Australia/Lord_Howe", "Asia/Beirut", "UTC"])(
    "is one on each date around the changes of the clock in %s, at any hour",
    (time_zone) => {
      for (const hour of [0, 1, 2, 23]) {
        for (const month of [2, 3, 9, 10]) {
          const day = (date: number) => new Date(Date.UTC(2026, month, date)).toISOString();
          const found = summaries(day(0), day(33), hour, time_zone);
          const dates = found.map((at) => localDate(new Date(at), time_zone));
          expect(new Set(dates).size).toBe(dates.length);
          for (let date = 2; date < 31; date++) expect(dates).toContain(day(date).slice(0, 10));
        }
      }
    },
    30_000,
  );
});

test("a time zone is what this machine knows as one", () => {
  for (const name of ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"]) expect(isTimeZone(name)).toBe(true);
  for (const name of ["", "Europe", "Mars/Olympus", "../etc", "Europe/Berlin\n"]) expect(isTimeZone(name)).toBe(false);
});
