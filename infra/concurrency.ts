/** Deletions of accounts, notices and mails to the operator may wait, so that mails get the tables' throughput. */
export const SLOW_QUEUE = 2;

/**
 * Concurrent invocations of the router, of delivery-events and of webhook-sender. They work in a fraction of a second, so a
 * fifth of the runner's concurrency keeps up with it. Lambda takes no less than two: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
export function quickQueue(maxInvocations: number): number {
  return Math.max(SLOW_QUEUE, Math.ceil(maxInvocations / 5));
}

/** The most concurrent Lambdas that all queues together can take. The API gets the rest. */
export function allQueues(maxInvocations: number): number {
  return maxInvocations + 3 * quickQueue(maxInvocations) + 3 * SLOW_QUEUE;
}

/** The concurrency that the API of a small team needs, with a page or two open per user. */
export const API_SHARE = 5;

/** The most concurrent batches that leave the API its share, at most half. Undefined if even two are too many. */
export function roomFor(accountLimit: number): number | undefined {
  for (let max = Math.min(1000, Math.floor(accountLimit / 2)); max >= 2; max--) {
    if (allQueues(max) + API_SHARE <= accountLimit) return max;
  }
  return undefined;
}
