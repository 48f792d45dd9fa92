import { EventEmitter } from "node:events";
import type { RequestOptions } from "node:http";
import { Readable, Writable } from "node:stream";

/** One HTTP request and its answer, as they go from thread to thread. */
export type InsideCall = { method: string; path: string; headers: Record<string, string>; body: string | Uint8Array };
export type InsideAnswer = { status: number; headers: Record<string, string>; body: string | Uint8Array };

export type Send = (call: InsideCall) => Promise<InsideAnswer>;

/** The interface of a request that an HTTP client uses: it is written to, and emits `response` once. */
export class InsideRequest extends Writable {
  readonly socket: InsideSocket;
  readonly #options: RequestOptions;
  readonly #send: Send;
  readonly #chunks: (string | Buffer)[] = [];

  constructor(options: RequestOptions, send: Send) {
    // It closes when it is answered, and not when all of it is written.
    super({ decodeStrings: false, autoDestroy: false });
    this.#options = options;
    this.#send = send;
    this.socket = new InsideSocket();
    this.once("close", () => this.socket.destroy());
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    done();
    const { method = "GET", path = "/", headers } = this.#options;
    const call = { method, path: path ?? "/", headers: textHeaders(headers), body: joined(this.#chunks) };
    this.#send(call).then(
      (answer) => this.#answer(answer),
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  }

  #answer({ status, headers, body }: InsideAnswer): void {
    if (this.destroyed) return;
    const response = Object.assign(Readable.from([Buffer.from(body)]), {
      statusCode: status,
      statusMessage: "",
      headers,
      complete: true,
    });
    this.emit("response", response);
    this.destroy();
  }
}

/** All that clients do with a socket is to set how long it may be silent. */
class InsideSocket extends EventEmitter {
  readonly connecting = false;
  #timer: NodeJS.Timeout | undefined;

  setKeepAlive(): void {}

  setTimeout(milliseconds: number, onTimeout: () => void): void {
    clearTimeout(this.#timer);
    if (milliseconds > 0) this.#timer = setTimeout(onTimeout, milliseconds).unref();
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }
}

function textHeaders(headers: RequestOptions["headers"] = {}): Record<string, string> {
  const pairs = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Text stays text. Bytes get a buffer of their own: one of Node's pool would be copied whole to the other thread. */
function joined(chunks: (string | Buffer)[]): string | Uint8Array {
  const [first = "", ...more] = chunks;
  if (more.length === 0) return typeof first === "string" ? first : Uint8Array.from(first);
  return Uint8Array.from(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))));
}
