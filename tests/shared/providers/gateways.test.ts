import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ErrorCode } from "../../../shared/errors.ts";
import { handlingOf } from "../../../shared/providers/handling.ts";
import { failure, PROVIDERS } from "../../support/providers/calls.ts";
import { type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";

let server: FaultServer;
let target = "";
const net = redirectProviders(() => target);
beforeAll(async () => {
  server = await startFaultServer();
  target = server.url;
});
afterAll(async () => {
  net.restore();
  await server.stop();
});

const html = { "content-type": "text/html; charset=UTF-8" };
const page = (status: number, title = "Error") => ({
  status,
  headers: html,
  body: `\n<!DOCTYPE html><html><head><title>${title}</title></head></html>`,
});

/** The statuses after which the model may have done its work, and those after which it certainly has not. */
const BROKEN: [status: number, means: ErrorCode, charged: "no" | "maybe"][] = [
  [499, "connection_lost", "maybe"],
  [500, "provider_down", "no"],
  [502, "connection_lost", "maybe"],
  [503, "provider_down", "no"],
  [504, "timeout", "maybe"],
  [520, "connection_lost", "maybe"],
  [521, "provider_down", "no"],
  [522, "timeout", "maybe"],
  [523, "provider_down", "no"],
  [524, "timeout", "maybe"],
  [525, "provider_down", "no"],
  [526, "provider_down", "no"],
  [529, "provider_down", "no"],
];

describe.each(PROVIDERS)("a gateway in front of %s", (provider) => {
  it.each(BROKEN)(
    "that fails with a %i means the same in HTML, plain text and JSON",
    async (status, means, charged) => {
      const plain = { status, headers: { "content-type": "text/plain" }, body: `error code: ${status}` };
      const problem = { status, body: { status, cloudflare_error: true, error_code: status, retryable: true } };
      for (const says of [
        page(status),
        plain,
        problem,
        { status, body: { error: { message: "no" } } },
        { status, body: "" },
      ]) {
        server.say(says);
        const error = await failure(provider);
        expect([error.code, handlingOf(error)?.charged]).toEqual([means, charged]);
      }
    },
  );

  it.each([
    [400, "provider_down"],
    [401, "provider_down"],
    [403, "provider_down"],
    [404, "provider_down"],
    [413, "too_long"],
    [429, "rate_limited"],
    [451, "place_blocked"],
  ] as const)("that refuses with a page of %i costs nothing and says nothing of the key", async (status, means) => {
    server.say(page(status));
    const error = await failure(provider);
    expect(error.code).toBe(means);
    expect(handlingOf(error)).toMatchObject({ charged: "no" });
    expect(handlingOf(error)).not.toHaveProperty("marks");
  });

  it("that answers 421 has certainly not charged, although fetch sends the call twice", async () => {
    server.say({ status: 421, body: "" });
    const error = await failure(provider);
    expect([error.code, handlingOf(error)?.charged]).toEqual(["provider_down", "no"]);
  });

  it("keeps its Retry-After, even with an HTML page", async () => {
    for (const status of [429, 503]) {
      server.say({ ...page(status), headers: { ...html, "retry-after": "30" } });
      expect((await failure(provider)).retryAfter).toBe(30);
    }
    server.say({ status: 429, body: { cloudflare_error: true, error_code: 1015, retry_after: 30 } });
    expect((await failure(provider)).retryAfter).toBe(30);
  });

  it.each([
    [{ ...page(403, "Access denied"), body: "<html>error code: 1009. The owner has banned the country.</html>" }],
    [{ status: 403, headers: { "content-type": "text/plain; charset=UTF-8" }, body: "error code: 1009" }],
    [{ status: 403, headers: { "content-type": "text/plain" }, body: "error code: 1020" }],
    [{ status: 403, body: { title: "Access denied", status: 403, error_code: 1009, cloudflare_error: true } }],
    [page(403, "This service is not available in your country")],
  ])("that blocks our location is for the operators: %o", async (says) => {
    server.say(says);
    const error = await failure(provider);
    expect(error.code).toBe("place_blocked");
    expect(handlingOf(error)).toMatchObject({ charged: "no", acts: "operator", outage: true });
  });
});

describe("a connection that fails before the request is sent", () => {
  it.each(PROVIDERS)("was certainly not charged by %s if the other side does not speak TLS", async (provider) => {
    target = server.url.replace("http:", "https:");
    const error = await failure(provider);
    expect([error.code, handlingOf(error)?.charged]).toEqual(["provider_down", "no"]);
  });

  it.each(PROVIDERS)("was certainly not charged by %s if it breaks during the handshake", async (provider) => {
    const cutting = createServer((socket) => socket.once("data", () => socket.destroy()));
    target = `https://127.0.0.1:${await listen(cutting)}`;
    const error = await failure(provider);
    cutting.close();
    expect([error.code, handlingOf(error)?.charged]).toEqual(["provider_down", "no"]);
  });
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
