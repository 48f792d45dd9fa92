import { AsyncLocalStorage } from "node:async_hooks";

/** The stages of one mail's work in the runner, in the order in which they come. */
export type Stage = "read" | "reserve" | "open" | "ask" | "store" | "send";

const times = new AsyncLocalStorage<Map<Stage, number>>();

/** Runs one job with its own stopwatch, because a process runs several jobs concurrently. */
export function withStopwatch<T>(work: () => Promise<T>): Promise<T> {
  return times.run(new Map(), work);
}

/** Adds the time of `work` to a stage, even if it fails. Without a stopwatch it only does the work. */
export async function timeStage<T>(name: Stage, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const taken = times.getStore();
    taken?.set(name, (taken.get(name) ?? 0) + performance.now() - began);
  }
}

/** Returns `work` in a form that adds the time of each call to a stage. */
export function timeStep<Given extends unknown[], T>(name: Stage, work: (...given: Given) => Promise<T>) {
  return (...given: Given): Promise<T> => timeStage(name, () => work(...given));
}

/** The milliseconds that the current job spent in each stage, as `ms_read` etc. */
export function stageTimes(): Record<string, number> {
  const taken = times.getStore() ?? new Map<Stage, number>();
  return Object.fromEntries([...taken].map(([name, ms]) => [`ms_${name}`, Math.round(ms)]));
}
