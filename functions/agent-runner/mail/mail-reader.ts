import { setTimeout } from "node:timers";
import type { UnreadableMail } from "../../../shared/mail/parse.ts";
import type { Known, Reading } from "./read-raw.ts";
import { ReadingThread } from "./thread-handle.ts";

export type ReaderOptions = {
  /** The code of the thread. */
  script: URL;
  /** The reading of a mail is aborted after this time. */
  limitMs: number;
  /** A mail that has waited this long behind another one gets its own thread. */
  patienceMs: number;
  /** With four threads, ten bombs of 10 MB at once stay below the function's 512 MB (docs/decisions/0031). */
  threads: number;
};

/** In the bundle, this is a file beside the entry, because esbuild merges mail-reader.ts into the entry. */
const SCRIPT = new URL(
  import.meta.url.endsWith(".ts") ? "../reading-thread.ts" : "./reading-thread.mjs",
  import.meta.url,
);

/**
 * Twenty times as long as the worst mail within all limits takes on a whole core (docs/mail.md). The runner has a third
 * of a core, and may read four mails at once.
 */
const OPTIONS: ReaderOptions = { script: SCRIPT, limitMs: 20_000, patienceMs: 250, threads: 4 };

/**
 * Reads mails in worker threads. A mail that hangs or takes too much memory is aborted, and the process and the other
 * mails of its batch continue. Ordinary mails are read in one warm thread, one after the other, in milliseconds.
 */
export class MailReader {
  readonly #options: ReaderOptions;
  readonly #waiting: ((thread: ReadingThread) => void)[] = [];
  #idle: ReadingThread | undefined;
  #running = 0;

  constructor(options: Partial<ReaderOptions> = {}) {
    this.#options = { ...OPTIONS, ...options };
  }

  /** Starts the thread before a mail arrives, because Lambda gives a starting function a whole core. */
  warm(): void {
    this.#idle ??= this.#start();
  }

  /** @returns the reason if the reading was aborted. It is not an error, because a stranger's mail can cause it. */
  async read(raw: Uint8Array, known: Known): Promise<Reading | UnreadableMail | { ended: string }> {
    const thread = await this.#take();
    try {
      return await thread.read({ raw, known }, this.#options.limitMs);
    } finally {
      this.#giveBack(thread);
    }
  }

  #take(): ReadingThread | Promise<ReadingThread> {
    const idle = this.#idle;
    this.#idle = undefined;
    if (idle?.alive) return idle;
    if (idle !== undefined) this.#end(idle);
    if (this.#running === 0) return this.#start();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      // If the threads are busy with slow mails, the other mails do not wait for them.
      setTimeout(() => this.#help(resolve), this.#options.patienceMs);
    });
  }

  #help(resolve: (thread: ReadingThread) => void): void {
    const place = this.#waiting.indexOf(resolve);
    if (place < 0 || this.#running >= this.#options.threads) return;
    this.#waiting.splice(place, 1);
    resolve(this.#start());
  }

  #giveBack(thread: ReadingThread): void {
    const next = this.#waiting.shift();
    if (next !== undefined) {
      next(thread.alive ? thread : this.#replace(thread));
    } else if (thread.alive && this.#idle === undefined) {
      this.#idle = thread;
    } else {
      this.#end(thread);
    }
  }

  #replace(thread: ReadingThread): ReadingThread {
    this.#end(thread);
    return this.#start();
  }

  #end(thread: ReadingThread): void {
    thread.end();
    this.#running -= 1;
  }

  #start(): ReadingThread {
    this.#running += 1;
    return new ReadingThread(this.#options.script);
  }
}

/** The one reader of this process. */
export const mailReader = new MailReader();
