import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as tick } from "node:timers/promises";

/** One Lambda invocation. A killed one never runs another line, because its calls are never answered. */
export type Process = { name: string; alive: boolean };

/** One job of a process. It is suspended while it waits for a turn. */
export type Task = { process: Process; waiting: number; ended: boolean };

type Turn = { at: number; order: number; run: () => void; task: Task | undefined };

/** How long a job may compute between two calls, in real milliseconds, before it counts as hanging. */
const PATIENCE = 30_000;

/**
 * Virtual time, and whose turn it is. Every call to the outside waits here for its turn. The earliest one goes alone,
 * and the next one only when all jobs are suspended again. One seed therefore gives one history, however busy the
 * machine is.
 */
export class Scheduler {
  now: number;
  readonly #turns: Turn[] = [];
  readonly #tasks = new Set<Task>();
  readonly #current = new AsyncLocalStorage<Task>();
  #order = 0;
  #busy: Promise<void> = Promise.resolve();

  constructor(start: number) {
    this.now = start;
  }

  /** The job that is asking. Undefined for the harness itself. */
  get task(): Task | undefined {
    return this.#current.getStore();
  }

  /** Runs `work` as a job of `process`. It never resolves when the process is killed. */
  async spawn(process: Process, work: () => Promise<void>): Promise<void> {
    const task: Task = { process, waiting: 0, ended: false };
    this.#tasks.add(task);
    try {
      await this.#current.run(task, work);
    } finally {
      task.ended = true;
      this.#tasks.delete(task);
    }
  }

  kill(process: Process): void {
    process.alive = false;
    for (const task of this.#tasks) if (task.process === process) this.#tasks.delete(task);
  }

  /**
   * Resolves when it is this caller's turn, at least `delay` virtual milliseconds from now. It never resolves in a dead
   * process.
   */
  async turn(delay: number): Promise<void> {
    const { task } = this;
    if (task && !task.process.alive) return never();
    if (task) task.waiting += 1;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#add({ at: this.now + delay, task, run: resolve });
    await promise;
    if (task) task.waiting -= 1;
  }

  /** Calls `run` after a virtual time, during which the job is suspended. */
  sleep(milliseconds: number, task: Task, run: () => void): void {
    task.waiting += 1;
    const wake = () => {
      task.waiting -= 1;
      run();
    };
    this.#add({ at: this.now + milliseconds, task, run: wake });
  }

  /** Does real input and output for the harness while all jobs are suspended. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const busy = this.#current.exit(work);
    this.#busy = busy.then(
      () => {},
      () => {},
    );
    return busy;
  }

  /** Calls `run` at a virtual time, outside any job. */
  at(time: number, run: () => void): void {
    this.#add({ at: Math.max(time, this.now), task: undefined, run });
  }

  /** Advances until `end`, or until nothing is left to happen. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      await this.#quiet();
      const turn = this.#pop(end);
      if (turn === undefined) break;
      this.now = Math.max(this.now, turn.at);
      if (turn.task === undefined || turn.task.process.alive) turn.run();
    }
    this.now = Math.max(this.now, end);
  }

  async #quiet(): Promise<void> {
    const begun = performance.now();
    while (performance.now() - begun < PATIENCE) {
      const busy = this.#busy;
      await busy;
      await tick();
      if (busy === this.#busy && ![...this.#tasks].some((task) => task.waiting === 0)) return;
    }
    throw new Error("A job neither ends nor asks for anything");
  }

  #add(turn: Omit<Turn, "order">): void {
    this.#order += 1;
    this.#turns.push({ ...turn, order: this.#order });
    // A binary heap: the earliest turn is at the root.
    let index = this.#turns.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfLater(parent, index)) break;
      index = parent;
    }
  }

  #pop(end: number): Turn | undefined {
    const [first] = this.#turns;
    if (first === undefined || first.at > end) return undefined;
    const last = this.#turns.pop();
    if (last && this.#turns.length > 0) {
      this.#turns[0] = last;
      this.#sink(0);
    }
    return first;
  }

  #sink(from: number): void {
    let index = from;
    for (;;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const child = this.#isLater(left, right) ? right : left;
      if (!this.#swapIfLater(index, child)) return;
      index = child;
    }
  }

  #swapIfLater(above: number, below: number): boolean {
    const [a, b] = [this.#turns[above], this.#turns[below]];
    if (!a || !b || !this.#isLater(above, below)) return false;
    this.#turns[above] = b;
    this.#turns[below] = a;
    return true;
  }

  #isLater(one: number, other: number): boolean {
    const [a, b] = [this.#turns[one], this.#turns[other]];
    if (!a || !b) return false;
    return a.at === b.at ? a.order > b.order : a.at > b.at;
  }
}

/** The promise that a line of a dead process awaits. */
export function never(): Promise<never> {
  return new Promise(() => {});
}
