/**
 * Lets requests that run at the same time make their calls one after the other, in an order that `choose` gives: nobody
 * goes on before everybody stands at a call. So each interleaving of their calls can come about, whatever the I/O takes.
 */
export class Turns {
  readonly #choose: (waiting: number) => number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** @param choose an index below `waiting` */
  constructor(choose: (waiting: number) => number) {
    this.#choose = choose;
  }

  async run<T>(requests: (() => Promise<T>)[]): Promise<T[]> {
    this.#running = requests.length;
    return Promise.all(requests.map((request) => request().finally(() => this.#step())));
  }

  /** The same object, whose every call waits for its turn. */
  over<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name, object);
        if (typeof member !== "function") return member;
        return async (...given: unknown[]) => {
          await this.#turn();
          return Reflect.apply(member, object, given);
        };
      },
    });
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#step();
    });
  }

  /** One request less is running: it waits for its turn, or is over. */
  #step(): void {
    this.#running -= 1;
    if (this.#running > 0 || this.#waiting.length === 0) return;
    const [next] = this.#waiting.splice(this.#choose(this.#waiting.length), 1);
    this.#running = 1;
    next?.();
  }
}
