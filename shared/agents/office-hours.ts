import * as z from "zod/mini";
import { localClock } from "./local-clock.ts";

/** In the order of ISO 8601. */
export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Day = (typeof DAYS)[number];

/** `from` and `to` by the clock of the agent's time zone, `HH:MM`. A `to` that is not after `from` is on the next day. */
const openRange = z.object({ day: z.enum(DAYS), from: z.string(), to: z.string() });
export type OpenRange = z.infer<typeof openRange>;

/** What becomes of a mail outside of the hours: it waits, is drafted at once, or waits and its sender gets the note. */
export const OUTSIDE = ["hold", "draft", "note"] as const;

export const officeHours = z.object({
  ranges: z.array(openRange),
  /** Closed days, `YYYY-MM-DD`. */
  holidays: z.array(z.string()),
  outside: z.enum(OUTSIDE),
  /** The owner's own text, which is sent as it is. */
  note: z.string(),
});
export type OfficeHours = z.infer<typeof officeHours>;

type Hours = { hours: Pick<OfficeHours, "ranges" | "holidays">; time_zone: string };

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;
const MINUTE_MS = 60_000;
/** Offsets from UTC are multiples of this, so a clock that shows a quarter of an hour does so in every zone. */
const QUARTER_MS = 15 * MINUTE_MS;

/** A range that is shorter could lie between two quarters, where `nextOpening` does not look. */
const LEAST_MINUTES = 15;

/** How far ahead an opening is looked for. */
const HORIZON_DAYS = 120;

/** True if the clock of the zone shows a time within the hours, on a day that is no holiday. */
export function isOpenAt(at: Date, { hours, time_zone }: Hours): boolean {
  return openBy(hours, time_zone)(at);
}

/**
 * When the hours begin next, to the minute. Undefined if they do not within 120 days. A time that the clock leaves out in
 * spring begins when the clock jumps over it, and one that it shows twice in autumn begins with the first.
 */
export function nextOpening(after: Date, { hours, time_zone }: Hours): Date | undefined {
  const isOpen = openBy(hours, time_zone);
  const first = Math.floor(after.getTime() / QUARTER_MS) * QUARTER_MS;
  const last = first + HORIZON_DAYS * DAY_MINUTES * MINUTE_MS;
  for (let at = first + QUARTER_MS; at <= last; at += QUARTER_MS) {
    if (isOpen(new Date(at))) return firstOpenMinute(Math.max(at - QUARTER_MS, after.getTime()), at, isOpen);
  }
  return undefined;
}

function firstOpenMinute(closed: number, open: number, isOpen: (at: Date) => boolean): Date {
  let first = open;
  while (first - MINUTE_MS > closed && isOpen(new Date(first - MINUTE_MS))) first -= MINUTE_MS;
  return new Date(first);
}

function openBy({ ranges, holidays }: Hours["hours"], time_zone: string): (at: Date) => boolean {
  const read = localClock(time_zone);
  const spans = ranges.map(spanOf);
  const closed = new Set(holidays);
  return (at) => {
    const { date, weekday, minute } = read(at);
    if (closed.has(date)) return false;
    const now = weekday * DAY_MINUTES + minute;
    return spans.some(({ from, to }) => isWithin(now, from, to) || isWithin(now + WEEK_MINUTES, from, to));
  };
}

function isWithin(now: number, from: number, to: number): boolean {
  return from <= now && now < to;
}

/** Minutes since Monday began; one over the end of Sunday goes on into the next week. */
function spanOf({ day, from, to }: OpenRange): { from: number; to: number } {
  const begins = DAYS.indexOf(day) * DAY_MINUTES;
  const [first, last] = [minutesOf(from), minutesOf(to)];
  return { from: begins + first, to: begins + last + (last > first ? 0 : DAY_MINUTES) };
}

/** `24:00` ends a day. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** What is wrong with the week, by the range that is at fault. */
export function faultOfWeek(ranges: OpenRange[]): { at: number; message: string } | undefined {
  const spans = ranges.map(spanOf);
  const short = spans.findIndex(({ from, to }) => to - from < LEAST_MINUTES);
  if (short >= 0) return { at: short, message: `must be open for ${LEAST_MINUTES} minutes or more` };
  for (const [at, span] of spans.entries()) {
    const other = spans.findIndex((each, before) => before < at && doOverlap(each, span));
    if (other >= 0) return { at, message: `overlaps another time, ${shown(ranges[other])}` };
  }
  return undefined;
}

type Span = { from: number; to: number };

function doOverlap(one: Span, other: Span): boolean {
  const weeks = [-WEEK_MINUTES, 0, WEEK_MINUTES];
  return weeks.some((week) => one.from < other.to + week && other.from + week < one.to);
}

function shown(range: OpenRange | undefined): string {
  return range === undefined ? "" : `${range.day} ${range.from}-${range.to}`;
}
