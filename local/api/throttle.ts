/** The buckets of a stage: a route of its own settings has one, and all the others share the stage's. */
export type Throttles = { stage: Throttle | undefined; routes: Map<string, Throttle> };

/** A token bucket, as API Gateway throttles a stage: `burst` requests at once, and `rate` a second after that. */
export class Throttle {
  readonly #rate: number;
  readonly #burst: number;
  #tokens: number;
  #at: number;

  constructor(rate: number, burst: number, now = Date.now()) {
    this.#rate = rate;
    this.#burst = burst;
    this.#tokens = burst;
    this.#at = now;
  }

  /** False when the request exceeds the limit. */
  admit(now = Date.now()): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1_000) * this.#rate);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
