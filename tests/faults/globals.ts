import type { Random } from "./random.ts";
import type { Scheduler } from "./scheduler.ts";

/** When a signal made by `AbortSignal.timeout` fires, in virtual time. */
export const deadlines = new WeakMap<AbortSignal, number>();

/**
 * A job that sets a longer timer than this continues meanwhile: SDKs guard a call by such a timer, and nobody awaits
 * it.
 */
const LONGEST_PAUSE = 60_000;

/** The `globalThis.fetch` of a history. Only the providers' SDKs use it. */
export type Fetch = typeof globalThis.fetch;

/**
 * Replaces the real time, chance and providers by virtual time, seeded chance and played providers, and captures the
 * functions' log lines.
 * @returns a function that restores everything
 */
export function replaceGlobals(scheduler: Scheduler, random: Random, fetch: Fetch, onLine: (line: string) => void) {
  const real = {
    setTimeout,
    Date,
    random: Math.random,
    timeout: AbortSignal.timeout,
    any: AbortSignal.any,
    fetch: globalThis.fetch,
  };
  const write = process.stdout.write;
  globalThis.Date = new Proxy(real.Date, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length ? args : [scheduler.now], newTarget),
    get: (target, key) => (key === "now" ? () => scheduler.now : Reflect.get(target, key)),
  });
  Math.random = () => random.next();
  globalThis.setTimeout = new Proxy(real.setTimeout, {
    apply(target, self, args) {
      const [run, milliseconds] = args;
      const { task } = scheduler;
      if (task === undefined || !(milliseconds <= LONGEST_PAUSE)) return Reflect.apply(target, self, args);
      scheduler.sleep(milliseconds, task, run);
      return undefined;
    },
  });
  AbortSignal.timeout = (milliseconds) => {
    const controller = new AbortController();
    const at = scheduler.now + milliseconds;
    deadlines.set(controller.signal, at);
    const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
    scheduler.at(at, () => controller.abort(reason));
    return controller.signal;
  };
  AbortSignal.any = (signals) => {
    const all = [...signals];
    const any = real.any.call(AbortSignal, all);
    deadlines.set(any, Math.min(...all.map((each) => deadlines.get(each) ?? Number.POSITIVE_INFINITY)));
    return any;
  };
  globalThis.fetch = fetch;
  process.stdout.write = (text) => {
    onLine(String(text).trimEnd());
    return true;
  };
  return () => {
    globalThis.setTimeout = real.setTimeout;
    globalThis.Date = real.Date;
    Math.random = real.random;
    AbortSignal.timeout = real.timeout;
    AbortSignal.any = real.any;
    globalThis.fetch = real.fetch;
    process.stdout.write = write;
  };
}
