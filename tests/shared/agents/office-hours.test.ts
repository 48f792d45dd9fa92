import { expect, test } from "vitest";
import { DAYS, faultOfWeek, isOpenAt, nextOpening, type OpenRange } from "../../../shared/agents/office-hours.ts";

const WEEKDAYS = DAYS.slice(0, 5).map((day): OpenRange => ({ day, from: "09:00", to: "17:00" }));

function hours(ranges: OpenRange[], time_zone = "Europe/Berlin", holidays: string[] = []) {
  return { hours: { ranges, holidays }, time_zone };
}
const range = (day: OpenRange["day"], from: string, to: string): OpenRange => ({ day, from, to });
const opening = (at: string, of: Parameters<typeof nextOpening>[1]) => nextOpening(new Date(at), of)?.toISOString();

// 23 November 2026 is a Monday.
test.each([
  ["2026-11-23T07:59:59Z", false],
  ["2026-11-23T08:00:00Z", true],
  ["2026-11-23T15:59:59Z", true],
  ["2026-11-23T16:00:00Z", false],
  ["2026-11-28T10:00:00Z", false],
])("nine to five in Berlin at %s: %s", (at, isOpen) => {
  expect(isOpenAt(new Date(at), hours(WEEKDAYS))).toBe(isOpen);
});

test.each([
  ["in the evening", "2026-11-23T19:00:00Z", "2026-11-24T08:00:00.000Z"],
  ["on Friday evening", "2026-11-27T19:00:00Z", "2026-11-30T08:00:00.000Z"],
  ["a second before", "2026-11-23T07:59:59Z", "2026-11-23T08:00:00.000Z"],
])("%s the next opening is in the morning", (_, at, opens) => {
  expect(opening(at, hours(WEEKDAYS))).toBe(opens);
});

test("a lunch break closes, and the afternoon opens to the minute", () => {
  const split = hours([range("mon", "09:00", "12:10"), range("mon", "13:25", "17:00")]);
  expect(isOpenAt(new Date("2026-11-23T11:09:00Z"), split)).toBe(true);
  expect(isOpenAt(new Date("2026-11-23T11:10:00Z"), split)).toBe(false);
  expect(opening("2026-11-23T11:10:00Z", split)).toBe("2026-11-23T12:25:00.000Z");
});

test("a night over midnight is open on both days, also from Sunday to Monday", () => {
  const night = hours([range("sun", "22:00", "02:00")]);
  expect(isOpenAt(new Date("2026-11-22T22:30:00Z"), night)).toBe(true);
  expect(isOpenAt(new Date("2026-11-23T00:30:00Z"), night)).toBe(true);
  expect(isOpenAt(new Date("2026-11-23T01:00:00Z"), night)).toBe(false);
  expect(isOpenAt(new Date("2026-11-22T00:30:00Z"), night)).toBe(false);
});

test("all day is from 00:00 to 24:00", () => {
  const monday = hours([range("mon", "00:00", "24:00")], "UTC");
  expect(isOpenAt(new Date("2026-11-23T00:00:00Z"), monday)).toBe(true);
  expect(isOpenAt(new Date("2026-11-23T23:59:59Z"), monday)).toBe(true);
  expect(isOpenAt(new Date("2026-11-24T00:00:00Z"), monday)).toBe(false);
});

test("a holiday is closed by the date of the zone", () => {
  const closed = hours(WEEKDAYS, "Europe/Berlin", ["2026-12-24", "2026-12-25"]);
  expect(isOpenAt(new Date("2026-12-24T10:00:00Z"), closed)).toBe(false);
  expect(opening("2026-12-23T20:00:00Z", closed)).toBe("2026-12-28T08:00:00.000Z");
});

test("a night that begins on a holiday opens when the holiday ends", () => {
  const night = hours([range("thu", "22:00", "02:00")], "UTC", ["2026-12-24"]);
  expect(opening("2026-12-24T12:00:00Z", night)).toBe("2026-12-25T00:00:00.000Z");
});

// Berlin: the clock jumps from 2:00 to 3:00 on 29 March 2026, and goes back from 3:00 to 2:00 on 25 October.
test("the morning after the clock was put forward opens an hour sooner, after it was put back an hour later", () => {
  expect(opening("2026-03-27T20:00:00Z", hours(WEEKDAYS))).toBe("2026-03-30T07:00:00.000Z");
  expect(opening("2026-10-23T20:00:00Z", hours(WEEKDAYS))).toBe("2026-10-26T08:00:00.000Z");
});

test("an opening that the clock leaves out is when it jumps over it", () => {
  expect(opening("2026-03-28T23:00:00Z", hours([range("sun", "02:30", "06:00")]))).toBe("2026-03-29T01:00:00.000Z");
});

test("what the clock shows twice is open twice", () => {
  const early = hours([range("sun", "02:00", "02:30")]);
  expect(opening("2026-10-24T23:30:00Z", early)).toBe("2026-10-25T00:00:00.000Z");
  expect(isOpenAt(new Date("2026-10-25T00:40:00Z"), early)).toBe(false);
  expect(isOpenAt(new Date("2026-10-25T01:10:00Z"), early)).toBe(true);
});

test.each([
  ["Asia/Kathmandu", "2026-11-23T03:15:00.000Z"],
  ["Asia/Kolkata", "2026-11-23T03:30:00.000Z"],
  ["America/St_Johns", "2026-11-23T12:30:00.000Z"],
  ["Pacific/Kiritimati", "2026-11-22T19:00:00.000Z"],
  ["Pacific/Pago_Pago", "2026-11-23T20:00:00.000Z"],
])("nine o'clock on Monday in %s", (zone, opens) => {
  expect(opening("2026-11-22T00:00:00Z", hours([range("mon", "09:00", "17:00")], zone))).toBe(opens);
});

test("who is closed for four months has no next opening", () => {
  const days = Array.from({ length: 40 }, (_, at) => new Date(Date.UTC(2026, 10, 23) + at * 7 * 86_400_000));
  const holidays = days.map((day) => day.toISOString().slice(0, 10));
  expect(opening("2026-11-22T00:00:00Z", hours([range("mon", "09:00", "17:00")], "UTC", holidays))).toBeUndefined();
});

test.each([
  ["within", [range("mon", "09:00", "17:00"), range("mon", "10:00", "11:00")], 1],
  ["the same twice", [range("mon", "09:00", "17:00"), range("mon", "09:00", "17:00")], 1],
  ["from the night before", [range("mon", "22:00", "04:00"), range("tue", "03:00", "09:00")], 1],
  ["from Sunday's night", [range("mon", "01:00", "09:00"), range("sun", "22:00", "02:00")], 1],
  ["shorter than a quarter", [range("mon", "09:00", "09:10")], 0],
])("a week is refused: %s", (_, ranges, at) => {
  expect(faultOfWeek(ranges)?.at).toBe(at);
});

test("times that touch each other are no fault, and neither is a day of 24 hours", () => {
  expect(faultOfWeek([range("mon", "09:00", "12:00"), range("mon", "12:00", "17:00")])).toBeUndefined();
  expect(faultOfWeek([range("mon", "22:00", "02:00"), range("tue", "02:00", "06:00")])).toBeUndefined();
  expect(faultOfWeek(DAYS.map((day) => range(day, "00:00", "24:00")))).toBeUndefined();
});
