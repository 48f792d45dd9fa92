/** SQS calls it the recent share and does not say how recent. */
const RECENT_MS = 60_000;
const SHARE = 0.1;
const LEAST_IN_FLIGHT = 30;

type Taken = { group: string; since: number; until: number };

/**
 * Which groups of messages take a disproportionate share of a queue's consumers, by SQS's two measures: of the messages
 * in flight, and of the consumers' time.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues-detailed.html
 */
export class FairShare {
  readonly #inFlight = new Map<string, Taken>();
  #finished: Taken[] = [];

  /** A consumer has the message, and for so long nobody else gets it. All times in milliseconds. */
  take(receipt: string, taken: Taken): void {
    this.#inFlight.set(receipt, taken);
  }

  finish(receipt: string, now: number): void {
    const taken = this.#inFlight.get(receipt);
    if (taken) this.#finished.push({ ...taken, until: now });
    this.#inFlight.delete(receipt);
  }

  noisyGroups(now: number): Set<string> {
    for (const [receipt, { until }] of this.#inFlight) if (until <= now) this.#inFlight.delete(receipt);
    this.#finished = this.#finished.filter(({ until }) => until > now - RECENT_MS);
    const inFlight = [...this.#inFlight.values()];
    const count = sumBy(inFlight, () => 1);
    const time = sumBy([...inFlight, ...this.#finished], ({ since, until }) => Math.min(until, now) - since);
    const allTime = [...time.values()].reduce((sum, one) => sum + one, 0);
    const isNoisy = (group: string) => {
      const own = count.get(group) ?? 0;
      const byCount = own >= LEAST_IN_FLIGHT && own > SHARE * inFlight.length;
      return byCount || (time.get(group) ?? 0) > SHARE * allTime;
    };
    return new Set([...time.keys()].filter(isNoisy));
  }
}

function sumBy(all: Taken[], amountOf: (taken: Taken) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const taken of all) sums.set(taken.group, (sums.get(taken.group) ?? 0) + amountOf(taken));
  return sums;
}
