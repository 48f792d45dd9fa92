import { setTimeout } from "node:timers";
import type { UnreadableMail } from "../../../shared/mail/parse.ts";
import type { Known, Reading } from "./read-raw.ts";
import { ReadingThread } from "./thread-handle.ts";

export type ReaderOptions = {
  /** The thread's code. */
  script: URL;
  /** A mail that takes longer is not read. */
  limitMs: number;
  /** A mail that has waited so long behind another gets a thread of its own. */
  patienceMs: number;
  /** With four, ten bombs of 10 MB at once stay below the function's 512 MB (docs/decisions/0031). */
  threads: number;
};

/** In the bundle a file of its own beside the entry, which this file has become a part of. */
const SCRIPT = new URL(
  import.meta.url.endsWith(".ts") ? "../reading-thread.ts" : "./reading-thread.mjs",
  import.meta.url,
);

/**
 * Twenty times what the worst mail within all limits takes on a whole core (docs/mail.md): the runner has a third of one,
 * and may read four mails at once.
 */
const OPTIONS: ReaderOptions = { script: SCRIPT, limitMs: 20_000, patienceMs: 250, threads: 4 };

/**
 * Reads mails in threads: one that hangs or takes too much memory is ended without the process and the other mails of
 * its batch. One warm thread reads what ordinary mail there is, one after the other, in milliseconds.
 */
export class MailReader {
  readonly #options: ReaderOptions;
  readonly #waiting: ((thread: ReadingThread) => void)[] = [];
  #idle: ReadingThread | undefined;
  #running = 0;

  constructor(options: Partial<ReaderOptions> = {}) {
    this.#options = { ...OPTIONS, ...options };
  }

  /** Starts the thread before there is a mail: Lambda gives a whole core to a function that starts. */
  warm(): void {
    this.#idle ??= this.#start();
  }

  /** @returns why the reading had to be ended, where it was; that the mail is a stranger's gives no error */
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
      // Where the threads are busy with mails that take long, the others do not wait for them.
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

/** The one of this process. */
export const mailReader = new MailReader();
