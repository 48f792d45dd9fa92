/** No provider means a longer wait, so it is capped. This keeps the time computable. */
const LONGEST_SECONDS = 366 * 24 * 60 * 60;

/**
 * The provider's wait in whole seconds: `retry-after-ms` (OpenAI, Anthropic), `Retry-After` in seconds or as a date
 * (RFC 9110, 10.2.3), or Google's RetryInfo, e.g. `"34.07s"`. Undefined if none of them can be read.
 */
export function readRetryAfter(headers: Headers, retryDelay: string | undefined, now: Date): number | undefined {
  const milliseconds = readDecimal(headers.get("retry-after-ms"));
  const header = headers.get("retry-after");
  const seconds =
    milliseconds === undefined
      ? (readDecimal(header) ?? secondsUntil(header, now) ?? readDecimal(retryDelay?.replace(/s$/, "")))
      : milliseconds / 1000;
  return seconds === undefined ? undefined : Math.min(Math.ceil(seconds), LONGEST_SECONDS);
}

function readDecimal(text: string | null | undefined): number | undefined {
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/**
 * The three forms of an HTTP date start with a weekday, and ISO 8601 starts with a year. Date.parse alone would read
 * `-5` as a date.
 */
const DATE = /^((mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? |\d{4}-\d\d-\d\dT)/i;

function secondsUntil(text: string | null, now: Date): number | undefined {
  if (text === null || !DATE.test(text)) return undefined;
  // The asctime form names no time zone and is in UTC, like the others.
  const time = Date.parse(/(GMT|UTC|Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : Math.max(0, (time - now.getTime()) / 1000);
}
