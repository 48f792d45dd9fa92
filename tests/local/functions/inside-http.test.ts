import http, { request as named } from "node:http";
import { afterEach, expect, test } from "vitest";
import { takeInside } from "../../../local/functions/inside-http.ts";
import type { InsideCall, Send } from "../../../local/functions/inside-request.ts";
import { closeServer, listen } from "../../../local/http/listen.ts";
import { readBody } from "../../../local/http/read-body.ts";

const ENDPOINT = "http://127.0.0.1:9";
const OURS = { host: "127.0.0.1", port: 9, method: "PUT", path: "/a?b=c", headers: { "X-Name": "v", gone: undefined } };

let undo = () => {};
afterEach(() => undo());

function take(send: Send): void {
  undo = takeInside(ENDPOINT, send);
}

/** Sends a request and returns the parts of the answer that a client reads. */
async function ask(client: http.ClientRequest, body: string | Buffer = "") {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  client.once("response", resolve).once("error", reject);
  client.end(body);
  const response = await promise;
  return { status: response.statusCode, headers: response.headers, body: (await readBody(response)).toString() };
}

test("a call to this machine's AWS uses no socket, and its answer looks like one over HTTP", async () => {
  const calls: InsideCall[] = [];
  take(async (call) => {
    calls.push(call);
    return { status: 201, headers: { "x-made": "yes" }, body: "made" };
  });
  expect(await ask(http.request(OURS), "text")).toEqual({ status: 201, headers: { "x-made": "yes" }, body: "made" });
  expect(calls).toEqual([{ method: "PUT", path: "/a?b=c", headers: { "x-name": "v" }, body: "text" }]);
});

test("`request` that was imported by name takes the same path", async () => {
  take(async () => ({ status: 200, headers: {}, body: "inside" }));
  expect(await ask(named(OURS))).toMatchObject({ body: "inside" });
});

test("bytes arrive unchanged, in their own buffer", async () => {
  const bytes = Buffer.from([0, 255, 128, 10]);
  const seen: InsideCall["body"][] = [];
  take(async ({ body }) => {
    seen.push(body);
    return { status: 200, headers: {}, body: "" };
  });
  await ask(http.request(OURS), bytes);
  expect(seen).toEqual([Uint8Array.from(bytes)]);
  // Transferring a slice of Node's buffer pool would move the whole pool to the other thread.
  expect(seen.map((body) => (typeof body === "string" ? 0 : body.buffer.byteLength))).toEqual([bytes.length]);
});

test("a call to another host or port uses a socket", async () => {
  const server = http.createServer((_request, response) => response.end("outside"));
  const port = await listen(server, 0);
  take(async () => ({ status: 200, headers: {}, body: "inside" }));
  expect(await ask(http.request({ host: "127.0.0.1", port, agent: false }))).toMatchObject({ body: "outside" });
  expect(await ask(http.request(`http://127.0.0.1:${port}`, { agent: false }))).toMatchObject({ body: "outside" });
  await closeServer(server);
});

test("a call that cannot be answered gives an error event on the request", async () => {
  take(async () => Promise.reject(new Error("It is gone.")));
  await expect(ask(http.request(OURS))).rejects.toThrow("It is gone.");
});

test("an aborted request gets no answer", async () => {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  take(async () => {
    asked.resolve();
    await answer.promise;
    return { status: 200, headers: {}, body: "" };
  });
  const client = http.request(OURS);
  let responses = 0;
  client.on("response", () => {
    responses += 1;
  });
  client.end();
  await asked.promise;
  client.destroy();
  answer.resolve();
  await new Promise(setImmediate);
  expect(responses).toBe(0);
});

test("the interception can be undone", () => {
  const real = http.request;
  take(async () => ({ status: 200, headers: {}, body: "" }));
  expect(http.request).not.toBe(real);
  undo();
  expect(http.request).toBe(real);
  expect(named).toBe(real);
});
