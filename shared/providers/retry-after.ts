/**
 * Whole seconds to wait, as a provider said it: `retry-after-ms` (OpenAI, Anthropic), `Retry-After` in seconds or as a
 * date (RFC 9110, 10.2.3), or Google's RetryInfo, e.g. `"34.07s"`. Undefined when it said nothing that can be read.
 */
export function retryAfter(headers: Headers, retryDelay: string | undefined, now: Date): number | undefined {
  const milliseconds = decimal(headers.get("retry-after-ms"));
  if (milliseconds !== undefined) return Math.ceil(milliseconds / 1000);
  const header = headers.get("retry-after");
  const seconds = decimal(header) ?? untilDate(header, now) ?? decimal(retryDelay?.replace(/s$/, ""));
  return seconds === undefined ? undefined : Math.ceil(seconds);
}

function decimal(text: string | null | undefined): number | undefined {
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function untilDate(text: string | null, now: Date): number | undefined {
  const time = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, (time - now.getTime()) / 1000);
}
