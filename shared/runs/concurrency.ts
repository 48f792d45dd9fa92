/**
 * How many batches of mails are worked at once, where the team sets nothing else: a tenth of the 1,000 concurrent
 * invocations that an AWS account has, so that mail leaves the account's other functions their share.
 */
export const MAX_INVOCATIONS = 100;

/**
 * One owner's runs that may be between reservation and settlement at a time. A batch lasts as long as its slowest call, so
 * runs that are spread over batches hold one each: half of the batches stay free for everybody else, however long one
 * owner's provider thinks.
 */
export function maxInFlight(maxInvocations: number): number {
  return Math.max(1, Math.floor(maxInvocations / 2));
}

/** As many as that where the team sets nothing else. */
export const MAX_IN_FLIGHT = maxInFlight(MAX_INVOCATIONS);
