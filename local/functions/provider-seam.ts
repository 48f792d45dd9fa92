/**
 * The only place where a function's calls are turned away from the real world. It is loaded before the bundle and
 * wraps `fetch`, which the three providers' SDKs and our JWT verifier use; deployed code knows nothing of it.
 */

import { ORIGINS } from "../../shared/providers/wire.ts";

export type SeamOptions = {
  /** Where the stub of the three providers listens, e.g. `http://127.0.0.1:4000`. */
  stub: string;
  /** Key sets by the address that Cognito publishes them under. */
  jwks: Record<string, { keys: object[] }>;
};

const HOSTS = Object.values(ORIGINS).map((origin) => new URL(origin).hostname);

/** Where the SDKs put the key; Anthropic's has used both of the first two. */
const KEY_HEADERS = ["authorization", "x-api-key", "x-goog-api-key"];

/**
 * The stub's address for a call with a demo key, as `<stub>/<provider's host>/<path>`; undefined for every other
 * call, which goes where it was sent.
 */
export function turnedAddress(address: string, headers: Headers, stub: string): string | undefined {
  const url = URL.parse(address);
  if (!url || !HOSTS.includes(url.hostname)) return undefined;
  if (!KEY_HEADERS.some((name) => headers.get(name)?.includes("-demo-"))) return undefined;
  return `${stub}/${url.hostname}${url.pathname}${url.search}`;
}

/** Wraps a fetch so that demo keys and the user pool's key set stay on this machine. */
export function seamedFetch(real: typeof fetch, { stub, jwks }: SeamOptions): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const keys = jwks[address];
    if (keys) return Response.json(keys);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    const turned = turnedAddress(address, headers, stub);
    if (turned === undefined) return real(input, init);
    return real(input instanceof Request ? new Request(turned, input) : turned, init);
  };
}
