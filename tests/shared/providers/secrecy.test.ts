import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { LatchkeyError } from "../../../shared/errors.ts";
import { describeError } from "../../../shared/log.ts";
import { Secret } from "../../../shared/secret.ts";
import { failure, keyFor, PROVIDERS } from "../../support/providers/calls.ts";
import { type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";

let server: FaultServer;
let elsewhere: FaultServer;
const net = redirectProviders(() => server.url);
beforeAll(async () => {
  server = await startFaultServer();
  elsewhere = await startFaultServer();
});
afterAll(async () => {
  net.restore();
  await Promise.all([server.stop(), elsewhere.stop()]);
});

afterEach(() => vi.restoreAllMocks());

/** Every form in which an error can become visible. */
function allOf(error: LatchkeyError): string {
  return [
    error.message,
    error.stack,
    String(error),
    JSON.stringify(error),
    JSON.stringify(describeError(error)),
    inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }),
    inspect(error.cause),
  ].join("\n");
}

describe.each(PROVIDERS)("an error of %s", (provider) => {
  const key = keyFor(provider);

  it.each([400, 401, 403, 404, 429, 500, 529])(
    "of status %i contains neither the key nor the provider's text",
    async (status) => {
      const echo = `canary words: ${key}`;
      server.say({
        status,
        headers: { "x-echo": echo, "x-request-id": key },
        body: {
          error: { message: echo, type: echo, code: echo, status: echo, details: [{ reason: echo, retryDelay: echo }] },
        },
      });
      const error = await failure(provider);
      expect(allOf(error)).not.toContain(key);
      expect(allOf(error)).not.toContain("canary");
      expect(error.cause).toBeUndefined();
    },
  );

  it.each([
    ["an answer that is not JSON", `canary words: ${keyFor(provider)}`],
    ["an answer of another form", { error: `canary words: ${keyFor(provider)}` }],
  ])("about %s contains neither the key nor the provider's text", async (_name, body) => {
    server.say({ status: 200, body });
    expect(allOf(await failure(provider))).not.toContain("canary");
  });

  it("that fetch throws with a quote of the request contains none of it", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
      Promise.reject(new Error(`canary ${input} ${JSON.stringify(init?.headers)} ${key}`)),
    );
    expect(allOf(await failure(provider))).not.toContain("canary");
  });

  it("about a key that is invalid in a header does not quote the key", async () => {
    const error = await failure(provider, { key: new Secret(`${key}\r\nx: y`) });
    expect(error.code).toBe("bad_call");
    expect(allOf(error)).not.toContain("canary");
  });

  it.each([301, 302, 307, 308])(
    "is the result of a redirect of status %i, which does not get the key",
    async (status) => {
      server.say({ status, headers: { location: `${elsewhere.url}/latest/meta-data/` }, body: "" });
      elsewhere.say({ status: 200, body: {} });
      expect((await failure(provider)).code).toBe("provider_down");
      expect(elsewhere.calls).toBe(0);
    },
  );
});

describe("a model name", () => {
  it.each(["../../v1/files", "a/b", "x?key=1", "x#", "a b", "//evil.example/x", "models/../x"])(
    "cannot redirect a call to Gemini: %s",
    async (model) => {
      net.sent.length = 0;
      expect((await failure("gemini", { model })).code).toBe("bad_call");
      expect(net.sent).toEqual([]);
    },
  );
});
