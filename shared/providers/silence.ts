/**
 * How many milliseconds a provider may be silent before the call is ended. Undefined: until the call's signal ends it.
 */
export type Patience = { beforeText: number | undefined; afterwards: number };

/** Ends a call when its provider is silent for too long. */
export class SilenceTimer {
  readonly #controller = new AbortController();
  readonly #patience: Patience | undefined;
  readonly #begins: RegExp | undefined;
  #begun = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param begins matches the stream once the answer's text has begun */
  constructor(patience: Patience | undefined, begins: RegExp | undefined) {
    this.#patience = patience;
    this.#begins = begins;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts to wait for the first or the next bytes. */
  restart(): void {
    this.stop();
    const { beforeText, afterwards } = this.#patience ?? {};
    const milliseconds = this.#begun ? afterwards : beforeText;
    if (milliseconds === undefined) return;
    const reason = new DOMException("The provider was silent for too long", "TimeoutError");
    this.#timer = setTimeout(() => this.#controller.abort(reason), milliseconds);
  }

  onChunk(chunk: string): void {
    this.#begun ||= this.#begins?.test(chunk) ?? true;
    this.restart();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
