/**
 * Holds one clear key for as long as a request or a provider call needs it.
 * Everything that prints, joins, clones or serialises it gets `[secret]`; only `reveal()` gives the value.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The clear value. Call it at the last line before the wire, and never store the result. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  [Symbol.toPrimitive](): string {
    return "[secret]";
  }

  // util.inspect (console.log, assertion messages) looks for this registered symbol.
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "[secret]";
  }
}
