import type { Secret } from "../secret.ts";
import type { Outcome } from "./outcome.ts";
import { readBody } from "./read-body.ts";
import type { ProviderRow } from "./row.ts";
import { type Patience, Silence } from "./silence.ts";

/** What an SDK is given in place of the key, so that no SDK error, log or object can hold it. */
export const NO_KEY = "set-on-the-wire";

/** The longest a timer can be set to. SDKs insist on a time-out of their own; only the call's signal ends a call. */
const NO_TIMEOUT = 2 ** 31 - 1;

/** The rest stays here: SDK telemetry, and whatever OPENAI_CUSTOM_HEADERS and its like add. */
const PASSED_HEADERS = ["accept", "content-type", "user-agent"];

/** A provider's answer as it came, whatever its status. */
export type Reply = { status: number; ok: boolean; headers: Headers; body: string };

/** What the wire needs of a provider. */
export type WireEnd = Pick<ProviderRow, "origin" | "key" | "headers">;

/** The key and the time of one call. */
export type WireCall = { key: Secret; signal: AbortSignal; patience?: Patience | undefined };

/**
 * The wire under an SDK, for one call. It puts the key on, refuses other hosts, redirects and a second try, ends the call
 * by its signal or by silence, and keeps what really happened: an SDK's own error may hide that, or quote the request.
 */
export class Wire {
  /** True from the moment that the request may have left this machine. */
  sent = false;
  /** Set once the provider's answer is here: in full, or its status alone where that is a refusal. */
  reply: Reply | undefined;
  /** Why there is no reply. */
  failure: unknown;
  /** What came of a 200 that ended before its end: it is paid for. */
  partial: string | undefined;

  readonly signal: AbortSignal;
  readonly #end: WireEnd;
  readonly #key: Secret;
  readonly #silence: Silence;

  /** @param begins what stands in a streamed answer from its first word on */
  constructor(end: WireEnd, { key, signal, patience }: WireCall, begins?: RegExp) {
    this.#end = end;
    this.#key = key;
    this.#silence = new Silence(patience, begins);
    this.signal = AbortSignal.any([signal, this.#silence.signal]);
  }

  get origin(): string {
    return this.#end.origin;
  }

  /** What the SDKs of Stainless take: the wire in place of fetch, one try, no time limit, no key and no log of their own. */
  get sdkOptions() {
    return { apiKey: NO_KEY, fetch: this.fetch, maxRetries: 0, timeout: NO_TIMEOUT, logLevel: "off" } as const;
  }

  /** For the SDK, in place of the global fetch. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== this.#end.origin) throw new Error("An SDK tried a host that is not its provider's.");
    if (this.sent) throw new Error("An SDK tried a second time.");
    const headers = this.#headers(new Headers(init?.headers));
    try {
      this.sent = true;
      this.#silence.wait();
      const response = await globalThis.fetch(url.href, {
        method: init?.method ?? "GET",
        body: init?.body ?? null,
        headers,
        // fetch takes only `Authorization` off when a redirect leads elsewhere; Gemini's header would go along.
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
    const { text: body, broken } = await readBody(response, (chunk) => this.#silence.heard(chunk));
    // A refusal whose text is cut is still a refusal.
    if (broken === undefined || !ok) return { status, ok, headers, body };
    this.partial = body;
    throw broken;
  }

  /** Takes back a 200 in whose stream the provider then said that it failed. */
  failed(reply: Pick<Reply, "status" | "body"> | undefined): void {
    const headers = this.reply?.headers ?? new Headers();
    this.reply = reply && { ...reply, ok: false, headers };
    this.failure = new Error("The provider ended its stream by an error.");
  }

  get outcome(): Outcome {
    return { sent: this.sent, status: this.reply?.status, request_id: this.#requestId() };
  }

  /** Only where it can hold nothing of the key. */
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
