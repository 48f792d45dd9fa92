/** What no provider means: a longer wait is cut to it, so that a time can always be reckoned from it. */
const LONGEST_SECONDS = 366 * 24 * 60 * 60;

/**
 * Whole seconds to wait, as a provider said it: `retry-after-ms` (OpenAI, Anthropic), `Retry-After` in seconds or as a
 * date (RFC 9110, 10.2.3), or Google's RetryInfo, e.g. `"34.07s"`. Undefined when it said nothing that can be read.
 */
export function retryAfter(headers: Headers, retryDelay: string | undefined, now: Date): number | undefined {
  const milliseconds = decimal(headers.get("retry-after-ms"));
  const header = headers.get("retry-after");
  const seconds =
    milliseconds === undefined
      ? (decimal(header) ?? untilDate(header, now) ?? decimal(retryDelay?.replace(/s$/, "")))
      : milliseconds / 1000;
  return seconds === undefined ? undefined : Math.min(Math.ceil(seconds), LONGEST_SECONDS);
}

function decimal(text: string | null | undefined): number | undefined {
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** The three forms of an HTTP date begin with a weekday, and ISO 8601 with a year. Date.parse alone finds a date in `-5` too. */
const DATE = /^((mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? |\d{4}-\d\d-\d\dT)/i;

function untilDate(text: string | null, now: Date): number | undefined {
  if (text === null || !DATE.test(text)) return undefined;
  // asctime's form names no zone, and is in UTC as the others are.
  const time = Date.parse(/(GMT|UTC|Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : Math.max(0, (time - now.getTime()) / 1000);
}
