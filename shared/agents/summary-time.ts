import { localClock } from "./local-clock.ts";

/** Offsets from UTC are multiples of a quarter of an hour, so every full hour of every zone begins with a quarter. */
const QUARTER_MS = 15 * 60_000;
/** Longer than any day of any zone. */
const MOST_QUARTERS = 4 * 72;

type SummaryTime = { summary_hour: number; time_zone: string };

/**
 * The next time after `after` at which the clock of the zone reaches the hour: once on every date of the zone, at the
 * first moment at or past the hour. So a night in which the clock goes back has one, and where the hour is left out, it
 * is at the hour after.
 */
export function nextSummaryAt(after: Date, { summary_hour, time_zone }: SummaryTime): Date {
  const read = localClock(time_zone);
  const first = Math.floor(after.getTime() / QUARTER_MS) * QUARTER_MS;
  let before = read(new Date(first));
  for (let quarter = 1; quarter <= MOST_QUARTERS; quarter += 1) {
    const at = new Date(first + quarter * QUARTER_MS);
    const now = read(at);
    const wasReached = before.date === now.date && before.hour >= summary_hour;
    if (now.hour >= summary_hour && !wasReached) return at;
    before = now;
  }
  throw new Error("Every day has every hour, or one after it");
}

/** The date of a moment in a time zone, `YYYY-MM-DD`. */
export function localDate(at: Date, time_zone: string): string {
  return localClock(time_zone)(at).date;
}

/** True for what this machine knows as a time zone, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return localClock(name)(new Date(0)).date !== "";
  } catch {
    return false;
  }
}
