/**
 * How many batches of mails are worked on at once unless the team sets another number: a tenth of an AWS account's 1,000
 * concurrent invocations, so that mail leaves enough for the account's other functions.
 */
export const MAX_INVOCATIONS = 100;

/**
 * How many of one owner's runs may be between reservation and settlement at a time. A batch lasts as long as its
 * slowest call, and runs that are spread over batches occupy one each. With this limit half of the batches stay free
 * for everybody else, however slow one owner's provider is.
 */
export function maxInFlight(maxInvocations: number): number {
  return Math.max(1, Math.floor(maxInvocations / 2));
}

/** As many as that where the team sets nothing else. */
export const MAX_IN_FLIGHT = maxInFlight(MAX_INVOCATIONS);
