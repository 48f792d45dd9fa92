import { REGISTRY } from "../../../shared/providers/registry.ts";

/** One request as it left for a provider, before it was turned to a server of the test. */
export type Sent = { url: string; headers: Record<string, string>; body: string };

const hosts = new Set<string>(REGISTRY.map(({ origin }) => origin));

/**
 * Turns the providers' hosts to a server of the test, the way the one-machine runner does it: by the global
 * fetch. Any other host is refused, so that no test can reach a real one.
 */
export function redirectProviders(base: () => string): { sent: Sent[]; restore: () => void } {
  const original = globalThis.fetch;
  const sent: Sent[] = [];
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    sent.push({
      url: url.href,
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: typeof init?.body === "string" ? init.body : "",
    });
    if (!hosts.has(url.origin)) throw new Error(`A provider's SDK called ${url.origin}.`);
    return original(`${base()}${url.pathname}${url.search}`, init);
  };
  return {
    sent,
    restore: () => {
      globalThis.fetch = original;
    },
  };
}
