const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `date` as `YYYY-MM-DD`; `weekday` from 0 for Monday; `minute` since the day's 0:00 by the clock. */
export type LocalTime = { date: string; weekday: number; hour: number; minute: number };

/**
 * What a clock in the zone shows, by the runtime's own table of zones. A formatter takes a while to make, so make one for
 * many readings.
 * @throws RangeError for a name that the runtime does not know
 */
export function localClock(timeZone: string): (at: Date) => LocalTime {
  const day = { year: "numeric", month: "2-digit", day: "2-digit", weekday: "short" } as const;
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const format = new Intl.DateTimeFormat("en-US", { timeZone, ...day, ...time });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const hour = Number(parts.get("hour"));
    return {
      date: `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`,
      weekday: WEEKDAYS.indexOf(parts.get("weekday") ?? ""),
      hour,
      minute: hour * 60 + Number(parts.get("minute")),
    };
  };
}
