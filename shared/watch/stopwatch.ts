import { AsyncLocalStorage } from "node:async_hooks";

/** The stages of one mail's work in the runner, in the order in which they come. */
export type Stage = "read" | "reserve" | "open" | "ask" | "store" | "send";

const times = new AsyncLocalStorage<Map<Stage, number>>();

/** Runs one job with a stopwatch of its own; several jobs run in one process at once. */
export function withStopwatch<T>(work: () => Promise<T>): Promise<T> {
  return times.run(new Map(), work);
}

/** Adds the time of `work` to a stage; work that fails counts too. Without a stopwatch it only does the work. */
export async function stage<T>(name: Stage, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const taken = times.getStore();
    taken?.set(name, (taken.get(name) ?? 0) + performance.now() - began);
  }
}

/** `work`, of which each call adds its time to a stage. */
export function timed<Given extends unknown[], T>(name: Stage, work: (...given: Given) => Promise<T>) {
  return (...given: Given): Promise<T> => stage(name, () => work(...given));
}

/** Whole milliseconds by stage of the job that runs here, as `ms_read` and the like. */
export function stageTimes(): Record<string, number> {
  const taken = times.getStore() ?? new Map<Stage, number>();
  return Object.fromEntries([...taken].map(([name, ms]) => [`ms_${name}`, Math.round(ms)]));
}
