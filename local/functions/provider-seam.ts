/**
 * The only place where a function's calls are diverted from the real world. It is loaded before the bundle and wraps
 * `fetch`, which the providers' SDKs, our JWT verifier and our client of the API use. Deployed code does not know about it.
 */

import { REGISTRY } from "../../shared/providers/registry.ts";
import { KEY_HEADERS } from "../provider-stub/key-headers.ts";

export type SeamOptions = {
  /** The address of the provider stub, e.g. `http://127.0.0.1:4000`. */
  stub: string;
  /** Key sets by the address at which Cognito publishes them. */
  jwks: Record<string, { keys: object[] }>;
  /** The API's address in the template, and where this machine serves it. */
  api?: { deployed: string; here: string } | undefined;
  /** The name server that functions ask in place of the machine's own, e.g. `127.0.0.1:5353`. */
  dns?: string | undefined;
};

const HOSTS = REGISTRY.map(({ origin }) => new URL(origin).hostname);

/**
 * The stub's address for a call with a demo key: `<stub>/<provider's host>/<path>`. Undefined for any other call, which
 * keeps its address.
 */
export function redirectAddress(address: string, headers: Headers, stub: string): string | undefined {
  const url = URL.parse(address);
  if (!url || !HOSTS.includes(url.hostname)) return undefined;
  if (!KEY_HEADERS.some((name) => headers.get(name)?.includes("-demo-"))) return undefined;
  return `${stub}/${url.hostname}${url.pathname}${url.search}`;
}

/** Wraps a fetch so that calls with demo keys, to our own API, and for the user pool's key set, stay on this machine. */
export function redirectFetch(real: typeof fetch, { stub, jwks, api }: SeamOptions): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const keys = jwks[address];
    if (keys) return Response.json(keys);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    const ours =
      api && address.startsWith(`${api.deployed}/`) ? api.here + address.slice(api.deployed.length) : undefined;
    const turned = ours ?? redirectAddress(address, headers, stub);
    if (turned === undefined) return real(input, init);
    return real(input instanceof Request ? new Request(turned, input) : turned, init);
  };
}
