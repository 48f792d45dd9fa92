import type { Fault, Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import { never, type Scheduler } from "./scheduler.ts";

/** How one kind of call fails, as its caller sees it. */
export type Failures<T> = {
  /** The request never arrived. */
  before: () => Promise<T>;
  /** The request arrived, and its answer was lost. */
  lost: () => Promise<T>;
  throttle: () => Promise<T>;
  /** Nothing came in time, and the caller gave up after this many virtual milliseconds. */
  slow: () => Promise<T>;
  patience: () => number;
  /** An older answer, if the call allows one. */
  stale?: (() => Promise<T>) | undefined;
};

export type Happened = { at: number; process: string; name: string; fault: Fault };

/** Stands between the functions and everything outside them. */
export class FaultLayer {
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #slowness: number;
  #counted = 0;
  plan: Plan;
  /** Every call in the order in which it went out, with the fault that was applied. */
  readonly history: Happened[] = [];

  /** @param slowness how much longer every tenth call takes, so that any two calls happen in both orders */
  constructor(scheduler: Scheduler, random: Random, plan: Plan, slowness = 15) {
    this.#scheduler = scheduler;
    this.#random = random;
    this.#slowness = slowness;
    this.plan = plan;
  }

  async call<T>(name: string, latency: number, effect: () => Promise<T>, failures: Failures<T>): Promise<T> {
    const scheduler = this.#scheduler;
    const process = scheduler.task?.process;
    // The harness's own calls (set-up, reading the outcome) pass through.
    if (process === undefined) return effect();
    const pace = this.#random.chance(0.1) ? this.#slowness : 1;
    await scheduler.turn(this.#random.next() * latency * pace);
    // The sweeper runs whatever happens to a mail, so its calls do not count as calls of a mail.
    const counts = !process.name.startsWith("sweeper");
    if (counts) this.#counted += 1;
    const fault = this.plan({ index: counts ? this.#counted : 0, name });
    this.history.push({ at: scheduler.now, process: process.name, name, fault });

    if (fault === "crash_before") return this.#crash();
    if (fault === "before") return failures.before();
    if (fault === "throttle") return failures.throttle();
    if (fault === "stale" && failures.stale) return failures.stale();
    if (fault === "slow_before") return this.#slow(failures);
    const outcome = await scheduler.alone(effect);
    if (fault === "crash_after") return this.#crash();
    if (fault === "after") return failures.lost();
    if (fault === "slow_after") return this.#slow(failures);
    return outcome;
  }

  async #slow<T>(failures: Failures<T>): Promise<T> {
    await this.#scheduler.turn(failures.patience());
    return failures.slow();
  }

  #crash(): Promise<never> {
    const process = this.#scheduler.task?.process;
    if (process) this.#scheduler.kill(process);
    return never();
  }
}
