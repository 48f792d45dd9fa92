/** Deleting an account, and telling an owner, may wait; the tables' throughput belongs to the mails. */
export const SLOW_QUEUE = 2;

/**
 * Invocations of each function that a queue feeds and that ends within seconds: the router's and the recorder's of
 * delivery events. A fifth of the runner's keeps up with it, since they work ten messages in a fraction of a second.
 * Two is the least that Lambda takes: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
export function quickQueue(maxInvocations: number): number {
  return Math.max(SLOW_QUEUE, Math.ceil(maxInvocations / 5));
}

/** The most that all queues together can take of an account's concurrent Lambdas; the rest is the API's. */
export function allQueues(maxInvocations: number): number {
  return maxInvocations + 2 * quickQueue(maxInvocations) + 2 * SLOW_QUEUE;
}

/** The API's share that a person would not miss: users of a small team, each with a page or two open. */
export const API_SHARE = 5;

/** The most batches at once that leave the API its share, and never more than half; undefined where even two do not. */
export function roomFor(accountLimit: number): number | undefined {
  for (let max = Math.min(1000, Math.floor(accountLimit / 2)); max >= 2; max--) {
    if (allQueues(max) + API_SHARE <= accountLimit) return max;
  }
  return undefined;
}
