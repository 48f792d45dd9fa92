import { describe, expect, it, vi } from "vitest";
import { ORIGINS, Wire } from "../../../shared/providers/wire.ts";
import { Secret } from "../../../shared/secret.ts";
import { PROVIDERS } from "../../support/providers/calls.ts";

describe.each(PROVIDERS)("the wire to %s", (provider) => {
  it.each([
    "https://evil.example/v1",
    "http://169.254.169.254/latest/meta-data/",
    `${ORIGINS[provider]}.evil.example/v1`,
    ORIGINS[provider].replace("https:", "http:"),
    ORIGINS[provider].replace("https://", "https://evil.example@evil.example/"),
    `${ORIGINS[provider]}:8443/v1`,
    ...Object.values(ORIGINS).filter((origin) => origin !== ORIGINS[provider]),
  ])("sends nothing to %s", async (url) => {
    const fetch = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("{}"));
    const wire = new Wire(provider, new Secret("sk-canary"), new AbortController().signal);
    await expect(wire.fetch(url)).rejects.toThrow();
    expect(fetch).not.toHaveBeenCalled();
    expect(wire.sent).toBe(false);
    fetch.mockRestore();
  });
});
