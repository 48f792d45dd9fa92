/**
 * How many batches of mails are worked on at once: a tenth of an AWS account's 1,000 concurrent invocations, so that
 * mail leaves enough for the account's other functions.
 */
export const MAX_INVOCATIONS = 100;

/**
 * How many of one owner's runs may be between reservation and settlement at a time. A batch lasts as long as its
 * slowest call, and runs that are spread over batches occupy one each. With this limit half of the batches stay free
 * for everybody else, however slow one owner's provider is.
 */
export const MAX_IN_FLIGHT = MAX_INVOCATIONS / 2;
