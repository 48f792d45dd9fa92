import { describe, expect, it, vi } from "vitest";
import { REGISTRY } from "../../../shared/providers/registry.ts";
import { Wire } from "../../../shared/providers/wire.ts";
import { Secret } from "../../../shared/secret.ts";

const wireTo = (row: (typeof REGISTRY)[number], key = "sk-canary") =>
  new Wire(row, { key: new Secret(key), signal: new AbortController().signal });

describe.each(REGISTRY)("the wire to $id", (row) => {
  const { origin } = row;

  it.each([
    "https://evil.example/v1",
    "http://169.254.169.254/latest/meta-data/",
    `${origin}.evil.example/v1`,
    origin.replace("https:", "http:"),
    origin.replace("https://", "https://evil.example@evil.example/"),
    `${origin}:8443/v1`,
    ...REGISTRY.map((other) => other.origin).filter((other) => other !== origin),
  ])("sends nothing to %s", async (url) => {
    const fetch = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("{}"));
    const wire = wireTo(row);
    await expect(wire.fetch(url)).rejects.toThrow();
    expect(fetch).not.toHaveBeenCalled();
    expect(wire.sent).toBe(false);
    fetch.mockRestore();
  });

  it("sends one request, whatever an SDK tries", async () => {
    const fetch = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("{}", { status: 500 }));
    const wire = wireTo(row);
    expect((await wire.fetch(`${origin}/v1`)).status).toBe(500);
    await expect(wire.fetch(`${origin}/v1`)).rejects.toThrow();
    expect(fetch).toHaveBeenCalledTimes(1);
    fetch.mockRestore();
  });

  it.each([
    ["req_0123", "req_0123"],
    ["", undefined],
    ["two words", undefined],
    ["x".repeat(81), undefined],
    ["req-sk-canary-1", undefined],
  ])("keeps the provider's request id only if it can be nothing else: %s", async (given, kept) => {
    const headers = { "x-request-id": given };
    const fetch = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("{}", { headers }));
    const wire = wireTo(row);
    await wire.fetch(`${origin}/v1`);
    expect(wire.outcome).toEqual({ sent: true, status: 200, request_id: kept });
    fetch.mockRestore();
  });
});

it("no two providers share an id, an origin or a demo key", () => {
  for (const of of [
    REGISTRY.map(({ id }) => id),
    REGISTRY.map(({ origin }) => origin),
    REGISTRY.map(({ key }) => key.demo),
  ])
    expect(new Set<string>(of).size).toBe(REGISTRY.length);
});
