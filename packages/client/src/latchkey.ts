import createClient, { type Client, type Middleware } from "openapi-fetch";
import { noAnswer } from "./api-error.ts";
import type { paths } from "./openapi.ts";

/** The API, with a function for each HTTP method that takes a path of its OpenAPI document. */
export type Latchkey = Client<paths>;

export type LatchkeyOptions = {
  /** Where this Latchkey is, e.g. `https://latchkey.example.com`, without `/api`. */
  url: string;
  /** An API token (`lk_...`) or a session's access token. */
  token?: string | undefined;
  /** Milliseconds until a call is given up. */
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
};

/** API Gateway answers within 30 s or not at all. */
const TIMEOUT_MS = 31_000;

/**
 * Calls a Latchkey: `await ok(latchkey({ url, token }).GET("/api/conversations"))`. A call without `ok` answers with
 * `data` or `error` and the `response`.
 * @throws ApiError `offline`, from a call that gets no answer
 */
export function latchkey({ url, token, timeoutMs = TIMEOUT_MS, fetch = globalThis.fetch }: LatchkeyOptions): Latchkey {
  const api = createClient<paths>({
    baseUrl: url,
    cache: "no-store",
    fetch: (request) => fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]) }),
  });
  api.use({ onError: ({ request, error }) => (request.signal.aborted ? undefined : noAnswer(request.url, error)) });
  if (token !== undefined) api.use(bearer(token));
  return api;
}

function bearer(token: string): Middleware {
  return { onRequest: ({ request }) => request.headers.set("authorization", `Bearer ${token}`) };
}
