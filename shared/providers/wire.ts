import type { Provider } from "../api/fields.ts";
import type { Secret } from "../secret.ts";

/** The only places that a key is ever sent to. */
export const ORIGINS = {
  openai: "https://api.openai.com",
  gemini: "https://generativelanguage.googleapis.com",
  anthropic: "https://api.anthropic.com",
} as const satisfies Record<Provider, string>;

/** What an SDK is given in place of the key, so that no SDK error, log or object can hold it. */
export const NO_KEY = "set-on-the-wire";

/** The longest a timer can be set to. SDKs insist on a time-out of their own; only the call's signal ends a call. */
export const NO_TIMEOUT = 2 ** 31 - 1;

/** The rest stays here: SDK telemetry, and whatever OPENAI_CUSTOM_HEADERS and its like add. */
const PASSED_HEADERS = ["accept", "content-type", "user-agent"];

/** A provider's answer as it came, whatever its status. */
export type Reply = { status: number; ok: boolean; headers: Headers; body: string };

/**
 * The wire under an SDK, for one call. It puts the key on, refuses other hosts and redirects, and keeps what really
 * happened: an SDK's own error may hide that, or quote the request.
 */
export class Wire {
  /** True from the moment that the request may have left this machine. */
  sent = false;
  /** Set once the provider's answer is here: in full, or its status alone where that is a refusal. */
  reply: Reply | undefined;
  /** Why there is no reply. */
  failure: unknown;

  readonly #provider: Provider;
  readonly #key: Secret;
  readonly #signal: AbortSignal;

  constructor(provider: Provider, key: Secret, signal: AbortSignal) {
    this.#provider = provider;
    this.#key = key;
    this.#signal = signal;
  }

  /** For the SDK, in place of the global fetch. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== ORIGINS[this.#provider]) throw new Error("An SDK tried a host that is not its provider's.");
    const headers = this.#headers(new Headers(init?.headers));
    try {
      this.sent = true;
      const response = await globalThis.fetch(url.href, {
        method: init?.method ?? "GET",
        body: init?.body ?? null,
        headers,
        // fetch takes only `Authorization` off when a redirect leads elsewhere; Gemini's header would go along.
        redirect: "error",
        signal: this.#signal,
      });
      this.reply = await read(response);
    } catch (error) {
      this.failure = error;
      throw error;
    }
    const { status, body } = this.reply;
    return new Response(body === "" ? null : body, { status, headers: this.reply.headers });
  };

  #headers(given: Headers): Headers {
    const headers = new Headers();
    for (const name of this.#provider === "anthropic" ? [...PASSED_HEADERS, "anthropic-version"] : PASSED_HEADERS) {
      const value = given.get(name);
      if (value !== null) headers.set(name, value);
    }
    if (this.#provider === "gemini") headers.set("x-goog-api-key", this.#key.reveal());
    else headers.set("authorization", `Bearer ${this.#key.reveal()}`);
    return headers;
  }
}

async function read(response: Response): Promise<Reply> {
  const { status, ok, headers } = response;
  // A refusal whose text is cut is still a refusal; an answer that is cut is lost.
  const body = ok ? await response.text() : await response.text().catch(() => "");
  return { status, ok, headers, body };
}
