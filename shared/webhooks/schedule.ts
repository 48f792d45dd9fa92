const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The waits after the first, second ... failed call. Nine calls in all, the last one 22 hours and a half after the first. */
export const WAITS_MS = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 4 * HOUR, 6 * HOUR, 10 * HOUR] as const;

/** Each wait is up to a tenth longer, so that what failed together does not come back together. */
const JITTER = 0.1;

/** Longest time from an event to its last call. It leaves room for jitter and for a receiver that asks for a pause. */
export const GIVE_UP_MS = 25 * HOUR;

/** How long the log keeps a delivery. */
export const KEPT_DAYS = 30;

/** A receiver may ask for a longer pause, but not for so long that the event gets no further call. */
const LONGEST_PAUSE_MS = 6 * HOUR;

/**
 * The wait before the next call; undefined after the last one.
 * @param tries calls so far, the failed one included
 * @param retryAfter seconds that the receiver asked for
 * @param random from 0 to 1
 */
export function waitAfter(tries: number, retryAfter: number | undefined, random: number): number | undefined {
  const wait = WAITS_MS[tries - 1];
  if (wait === undefined) return undefined;
  const asked = Math.min((retryAfter ?? 0) * SECOND, LONGEST_PAUSE_MS);
  return Math.round(Math.max(wait, asked) * (1 + JITTER * random));
}
