const DAY_MS = 24 * 60 * 60_000;
const DEFAULT_DAYS = 30;
/** A leap year. The report reads one item a day. */
const MAX_DAYS = 366;

export type Range = { from: string; to: string };
type Fault = { fault: { field: string; message: string } };

/** The UTC days of a report, both ends included. Without dates: the last 30 days up to today. */
export function rangeOf(query: { from?: string | undefined; to?: string | undefined }, now: Date): Range | Fault {
  const today = dayOf(now.getTime());
  const to = query.to ?? (query.from !== undefined && query.from > today ? query.from : today);
  const from = query.from ?? dayOf(Date.parse(to) - (DEFAULT_DAYS - 1) * DAY_MS);
  if (from > to) return { fault: { field: "from", message: "Must not be after `to`" } };
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days > MAX_DAYS) return { fault: { field: "from", message: `The range is longer than ${MAX_DAYS} days` } };
  return { from, to };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
