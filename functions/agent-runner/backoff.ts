const FIRST_SECONDS = 15;
const LONGEST_SECONDS = 900;

/**
 * Seconds to wait after the given number of tries: doubling up to 15 minutes, and a random half of it, so that mails
 * that failed together do not come back together. A provider's Retry-After is the least it may be.
 */
export function backoff(attempts: number, retryAfter = 0, random = Math.random(), longest = LONGEST_SECONDS): number {
  const full = Math.min(FIRST_SECONDS * 2 ** Math.min(attempts, 10), longest);
  return Math.max(Math.ceil(full / 2 + (full / 2) * random), Math.ceil(retryAfter));
}
