import { setTimeout } from "node:timers";
import { Worker } from "node:worker_threads";
import { log } from "../../../shared/log.ts";
import type { UnreadableMail } from "../../../shared/mail/parse.ts";
import type { HasRead, Reading, ToRead } from "./read-raw.ts";

/** For objects and strings. The mail's bytes are outside this heap. No bomb of tests/support/bombs.ts needs 40. */
const HEAP_MB = 64;

type Outcome = Reading | UnreadableMail | { ended: string };

/** One worker thread, which reads one mail at a time. Its memory is kept until a mail has to be aborted. */
export class ReadingThread {
  readonly #worker: Worker;
  /** The time limit starts when the thread has loaded its own code, so it applies to the mail only. */
  readonly #ready = Promise.withResolvers<void>();
  #answer: ((outcome: Outcome) => void) | undefined;
  /** False after the thread has ended. */
  alive = true;

  constructor(script: URL) {
    this.#worker = new Worker(script, {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
    });
    this.#worker.on("message", (message: HasRead) => {
      if ("ready" in message) this.#ready.resolve();
      else if ("failed" in message) this.#fail(message.failed);
      else this.#answer?.(message.reading);
    });
    this.#worker.on("error", (error: Error) => this.#fail("code" in error ? String(error.code) : error.name));
    this.#worker.on("exit", () => this.#fail("exit"));
    this.#worker.unref();
  }

  async read(mail: ToRead, limitMs: number): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#answer = resolve;
    // An idle thread does not keep the process alive. A working one does.
    this.#worker.ref();
    await this.#ready.promise;
    const timer = setTimeout(() => this.#fail("time"), limitMs);
    // The bytes are moved instead of copied if the buffer belongs to the mail alone.
    const { buffer } = mail.raw;
    const isOwn =
      buffer instanceof ArrayBuffer && buffer.byteLength === mail.raw.byteLength && buffer.byteLength > 65_536;
    this.#worker.postMessage(mail, isOwn ? [buffer] : []);
    const outcome = await promise;
    clearTimeout(timer);
    this.#worker.unref();
    this.#answer = undefined;
    return outcome;
  }

  end(): void {
    this.alive = false;
    void this.#worker.terminate();
  }

  #fail(ended: string): void {
    this.end();
    this.#ready.resolve();
    if (this.#answer === undefined) return;
    log("reading_ended", { ended });
    this.#answer({ ended });
    this.#answer = undefined;
  }
}
