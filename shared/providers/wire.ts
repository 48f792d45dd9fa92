import type { Secret } from "../secret.ts";
import type { Outcome } from "./outcome.ts";
import { readBody } from "./read-body.ts";
import type { ProviderRow } from "./row.ts";
import { type Patience, SilenceTimer } from "./silence.ts";

/** SDKs get this instead of the key, so that no SDK error, log or object can contain the key. */
export const NO_KEY = "set-on-the-wire";

/** The longest possible timer. SDKs require a time-out, but only the call's signal may end a call. */
const NO_TIMEOUT = 2 ** 31 - 1;

/** All other headers are dropped: SDK telemetry, and anything that OPENAI_CUSTOM_HEADERS and the like add. */
const PASSED_HEADERS = ["accept", "content-type", "user-agent"];

/** A provider's answer with any status, unchanged. */
export type Reply = { status: number; ok: boolean; headers: Headers; body: string };

/** What the wire needs to know about a provider. */
export type WireEnd = Pick<ProviderRow, "origin" | "key" | "headers">;

/** The key and the time limit of one call. */
export type WireCall = { key: Secret; signal: AbortSignal; patience?: Patience | undefined };

/**
 * The wire below an SDK, for one call. It adds the key, refuses other hosts, redirects and a second try, and ends the
 * call by its signal or after silence. It also records what really happened, which an SDK's own error may hide; that
 * error may even quote the request.
 */
export class Wire {
  /** True as soon as the request may have left this machine. */
  sent = false;
  /** Set once the provider's complete answer has arrived, or at least the status of a refusal. */
  reply: Reply | undefined;
  /** The error, if there is no reply. */
  failure: unknown;
  /** The part of a 200 that arrived before it was cut off. It is paid for. */
  partial: string | undefined;

  readonly signal: AbortSignal;
  readonly #end: WireEnd;
  readonly #key: Secret;
  readonly #silence: SilenceTimer;

  /** @param begins matches a streamed answer once its text has begun */
  constructor(end: WireEnd, { key, signal, patience }: WireCall, begins?: RegExp) {
    this.#end = end;
    this.#key = key;
    this.#silence = new SilenceTimer(patience, begins);
    this.signal = AbortSignal.any([signal, this.#silence.signal]);
  }

  get origin(): string {
    return this.#end.origin;
  }

  /** Options for Stainless SDKs: the wire instead of fetch, one try, no time limit, no key and no logging. */
  get sdkOptions() {
    return { apiKey: NO_KEY, fetch: this.fetch, maxRetries: 0, timeout: NO_TIMEOUT, logLevel: "off" } as const;
  }

  /** Replaces the global fetch for the SDK. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== this.#end.origin) throw new Error("An SDK called a host that does not belong to its provider.");
    if (this.sent) throw new Error("An SDK sent a second request.");
    const headers = this.#headers(new Headers(init?.headers));
    try {
      this.sent = true;
      this.#silence.restart();
      const response = await globalThis.fetch(url.href, {
        method: init?.method ?? "GET",
        body: init?.body ?? null,
        headers,
        // On a redirect to another host, fetch drops only `Authorization`; Gemini's key header would be sent along.
        redirect: "error",
        signal: this.signal,
      });
      this.reply = await this.#read(response);
    } catch (error) {
      this.failure = error;
      throw error;
    } finally {
      this.#silence.stop();
    }
    const { status, body } = this.reply;
    return new Response(body === "" ? null : body, { status, headers: this.reply.headers });
  };

  async #read(response: Response): Promise<Reply> {
    const { status, ok, headers } = response;
    const { text: body, broken } = await readBody(response, (chunk) => this.#silence.onChunk(chunk));
    // A refusal with a truncated text is still a refusal.
    if (broken === undefined || !ok) return { status, ok, headers, body };
    this.partial = body;
    throw broken;
  }

  /** Withdraws a 200 after its stream reported a failure. */
  withdrawReply(reply: Pick<Reply, "status" | "body"> | undefined): void {
    const headers = this.reply?.headers ?? new Headers();
    this.reply = reply && { ...reply, ok: false, headers };
    this.failure = new Error("The provider ended its stream with an error.");
  }

  get outcome(): Outcome {
    return { sent: this.sent, status: this.reply?.status, request_id: this.#requestId() };
  }

  /** Undefined if the id could contain the key. */
  #requestId(): string | undefined {
    const id = this.reply?.headers.get("x-request-id") ?? this.reply?.headers.get("request-id") ?? "";
    return /^[\w-]{1,80}$/.test(id) && !id.includes(this.#key.reveal()) ? id : undefined;
  }

  #headers(given: Headers): Headers {
    const { key, headers: own } = this.#end;
    const headers = new Headers();
    for (const name of [...PASSED_HEADERS, ...own]) {
      const value = given.get(name);
      if (value !== null) headers.set(name, value);
    }
    headers.set(key.header, `${key.prefix}${this.#key.reveal()}`);
    return headers;
  }
}
