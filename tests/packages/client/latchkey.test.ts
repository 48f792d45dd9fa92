import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { everyPage, idempotent, latchkey, ok } from "../../../packages/client/src/index.ts";

/** Any HTTP server: what the client makes of answers that our own API gives seldom. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const seen: IncomingMessage[] = [];
const server = createServer((request, response) => {
  seen.push(request);
  answer(request, response);
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
beforeEach(() => void seen.splice(0));
afterAll(() => void server.close());

const say = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  answer = (_, response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
};
const list = () => ok(latchkey({ url, token: "lk_1" }).GET("/api/conversations"));

test("a call goes to the address with the token, and answers with the body", async () => {
  say(200, { runs: [], next_cursor: null });
  expect(await ok(latchkey({ url: `${url}/`, token: "lk_1" }).GET("/api/conversations"))).toEqual({
    runs: [],
    next_cursor: null,
  });
  expect(seen[0]?.url).toBe("/api/conversations");
  expect(seen[0]?.headers.authorization).toBe("Bearer lk_1");
});

test("a refusal is one kind of error: code, sentence, fields and the time to wait", async () => {
  const errors = [{ field: "limit", message: "Too big" }, "no field at all"];
  say(429, { status: 429, code: "too_many_requests", detail: "Wait a while.", errors }, { "retry-after": "7" });
  await expect(list()).rejects.toMatchObject({
    name: "ApiError",
    status: 429,
    code: "too_many_requests",
    message: "Wait a while.",
    fields: [{ field: "limit", message: "Too big" }],
    retryAfter: 7,
  });
});

test("what the gateway says itself, and what is no JSON at all, are errors of the same kind", async () => {
  say(401, { message: "Unauthorized" });
  await expect(list()).rejects.toMatchObject({ status: 401, code: "gateway_401", message: "HTTP 401: Unauthorized" });
  answer = (_, response) => void response.writeHead(502, { "content-type": "text/html" }).end("<html>");
  await expect(list()).rejects.toMatchObject({ status: 502, code: "gateway_502", message: "HTTP 502: Bad Gateway" });
});

test("a refusal without a body is an error too: openapi-fetch has neither data nor error for it", async () => {
  answer = (_, response) => void response.writeHead(403, { "content-length": "0" }).end();
  await expect(list()).rejects.toMatchObject({ status: 403, code: "gateway_403", message: "HTTP 403: Forbidden" });
});

test("no answer, or none in time, is the error `offline`, with what went wrong as its cause", async () => {
  const nobody = latchkey({ url: "http://127.0.0.1:1" }).GET("/api/conversations");
  await expect(nobody).rejects.toMatchObject({
    code: "offline",
    status: 0,
    message: "No answer from http://127.0.0.1:1",
  });
  answer = () => {};
  const late = latchkey({ url, timeoutMs: 20 }).GET("/api/conversations");
  await expect(late).rejects.toMatchObject({ code: "offline", cause: { name: "TimeoutError" } });
});

test("a call that its caller ends is no failure of the API", async () => {
  answer = () => {};
  const ending = new AbortController();
  const call = latchkey({ url }).GET("/api/conversations", { signal: ending.signal });
  ending.abort();
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
});

test("an answer without a body is undefined", async () => {
  answer = (_, response) => void response.writeHead(204).end();
  const gone = ok(latchkey({ url }).DELETE("/api/automation/agents/{id}", { params: { path: { id: "a/b" } } }));
  expect(await gone).toBeUndefined();
  expect(seen[0]?.url).toBe("/api/automation/agents/a%2Fb");
});

test("every page is asked for when it is wanted, an empty one with a next one too", async () => {
  const pages = [
    { runs: [], next_cursor: "b" },
    { runs: [], next_cursor: null },
  ];
  answer = (_, response) =>
    void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(pages[seen.length - 1]));
  const api = latchkey({ url });
  const all = everyPage((at) => ok(api.GET("/api/conversations", { params: { query: { ...at, state: "held" } } })));
  expect(seen).toEqual([]);
  expect((await all.next()).value).toEqual(pages[0]);
  expect(seen.map((request) => request.url)).toEqual(["/api/conversations?state=held"]);
  expect((await all.next()).value).toEqual(pages[1]);
  expect(seen[1]?.url).toBe("/api/conversations?cursor=b&state=held");
  expect((await all.next()).done).toBe(true);
});

test("an Idempotency-Key is made once, so that another try has the same", async () => {
  say(202, {});
  const once = idempotent();
  const path = { params: { path: { id: "a" } } };
  for (const _ of [1, 2]) await latchkey({ url }).POST("/api/conversations/{id}/retry", { ...path, ...once });
  const keys = seen.map(({ headers }) => headers["idempotency-key"]);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(idempotent().headers).not.toEqual(once.headers);
});
