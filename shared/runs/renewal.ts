import { resolversOf } from "./reasons.ts";
import type { Run } from "./run.ts";

/** The mails of a day or month become due over this time, in the order in which they arrived. */
const SPREAD_MS = 60_000;

/**
 * When the limit that holds this run renews, or the office hours begin that it waits for. Undefined if the run is held
 * for something else, or if it has an answer that its owner must decide on.
 * @param day the UTC day whose limit was reached, `YYYY-MM-DD`
 */
export function renewalOf({ state, reason, answer, received_at, opens_at }: Run, day: string): string | undefined {
  if (state !== "held" || answer !== undefined) return undefined;
  if (resolversOf(reason).includes("hours")) return opens_at;
  const period = resolversOf(reason).find((each) => each === "day" || each === "month");
  if (period === undefined) return undefined;
  const [begin, end] = bounds(day, period);
  const passed = Math.min(Math.max((Date.parse(received_at) - begin) / (end - begin), 0), 1);
  return new Date(end + Math.floor(passed * SPREAD_MS)).toISOString();
}

function bounds(day: string, period: "day" | "month"): [begin: number, end: number] {
  const at = new Date(`${day}T00:00:00.000Z`);
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  return period === "day"
    ? [at.getTime(), Date.UTC(year, month, date + 1)]
    : [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)];
}
