import type { Secret } from "../secret.ts";
import type { Outcome } from "./outcome.ts";
import type { ProviderRow } from "./row.ts";

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

/**
 * The wire under an SDK, for one call. It puts the key on, refuses other hosts, redirects and a second try, ends the call
 * by its signal alone, and keeps what really happened: an SDK's own error may hide that, or quote the request.
 */
export class Wire {
  /** True from the moment that the request may have left this machine. */
  sent = false;
  /** Set once the provider's answer is here: in full, or its status alone where that is a refusal. */
  reply: Reply | undefined;
  /** Why there is no reply. */
  failure: unknown;

  readonly signal: AbortSignal;
  readonly #end: WireEnd;
  readonly #key: Secret;

  constructor(end: WireEnd, key: Secret, signal: AbortSignal) {
    this.#end = end;
    this.#key = key;
    this.signal = signal;
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
      const response = await globalThis.fetch(url.href, {
        method: init?.method ?? "GET",
        body: init?.body ?? null,
        headers,
        // fetch takes only `Authorization` off when a redirect leads elsewhere; Gemini's header would go along.
        redirect: "error",
        signal: this.signal,
      });
      this.reply = await read(response);
    } catch (error) {
      this.failure = error;
      throw error;
    }
    const { status, body } = this.reply;
    return new Response(body === "" ? null : body, { status, headers: this.reply.headers });
  };

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

async function read(response: Response): Promise<Reply> {
  const { status, ok, headers } = response;
  // A refusal whose text is cut is still a refusal; an answer that is cut is lost.
  const body = ok ? await response.text() : await response.text().catch(() => "");
  return { status, ok, headers, body };
}
