import { setTimeout } from "node:timers";
import { Worker } from "node:worker_threads";
import { log } from "../../../shared/log.ts";
import type { UnreadableMail } from "../../../shared/mail/parse.ts";
import type { HasRead, Reading, ToRead } from "./read-raw.ts";

/** For objects and strings; the mail's bytes lie outside of it. No bomb of tests/support/bombs.ts needs 40. */
const HEAP_MB = 64;

type Outcome = Reading | UnreadableMail | { ended: string };

/** One thread that reads one mail at a time. Its memory is kept until a mail has to be ended. */
export class ReadingThread {
  readonly #worker: Worker;
  /** The thread's code is ours and loads in its own time; the limit is the mail's. */
  readonly #ready = Promise.withResolvers<void>();
  #answer: ((outcome: Outcome) => void) | undefined;
  /** False once it has gone. */
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
    // Idle it keeps no process alive; at work it does.
    this.#worker.ref();
    await this.#ready.promise;
    const timer = setTimeout(() => this.#fail("time"), limitMs);
    // Its bytes are moved and not copied, where the buffer is the mail's own.
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
