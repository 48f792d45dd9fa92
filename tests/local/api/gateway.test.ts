import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import type { Cors } from "../../../local/api/cors.ts";
import { createGateway } from "../../../local/api/gateway.ts";
import { Throttle, type Throttles } from "../../../local/api/throttle.ts";
import { FunctionError } from "../../../local/functions/function-error.ts";
import { closeServer, listen } from "../../../local/http/listen.ts";
import type { Json } from "../../../local/template/template.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const jwk = { ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
const ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc";
const SCOPE = "aws.cognito.signin.user.admin";

function token(claims: Record<string, unknown> = {}, key = privateKey): string {
  const now = Math.floor(Date.now() / 1_000);
  const payload = { iss: ISSUER, client_id: "client", sub: "alice", iat: now, exp: now + 60, scope: SCOPE, ...claims };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const head = `${part({ alg: "RS256", kid: "one" })}.${part(payload)}`;
  return `${head}.${createSign("RSA-SHA256").update(head).sign(key, "base64url")}`;
}

const rules = { issuer: ISSUER, audience: ["client"], scopes: [SCOPE] };
const routes = [
  { routeKey: "POST /open/{id}", functionName: "fn", timeoutMs: 5_000, token: undefined },
  { routeKey: "GET /closed", functionName: "fn", timeoutMs: 5_000, token: rules },
  { routeKey: "POST /hasty", functionName: "fn", timeoutMs: 50, token: undefined },
];

const stops: (() => Promise<void>)[] = [];
afterEach(async () => void (await Promise.all(stops.splice(0).map((stop) => stop()))));

type Setting = { answer?: (event: Json) => Promise<Json>; cors?: Cors; throttles?: Throttles; clock?: () => number };

const UNLIMITED: Throttles = { stage: undefined, routes: new Map() };

async function gateway({
  answer = async () => "ok",
  cors,
  throttles = UNLIMITED,
  clock = Date.now,
}: Setting = {}): Promise<string> {
  const hosts = new Map([["fn", { invoke: answer }]]);
  const handle = createGateway({ routes, hosts, keys: () => ({ keys: [jwk] }), cors, throttles, clock });
  const server = createServer((request, response) => void handle(request, response));
  stops.push(() => closeServer(server));
  return `http://127.0.0.1:${await listen(server, 0)}`;
}

async function closed(url: string, authorization?: string) {
  const response = await fetch(`${url}/closed`, { headers: { ...(authorization && { authorization }) } });
  return [response.status, await response.text(), response.headers.get("www-authenticate")];
}

const UNAUTHORIZED = '{"message":"Unauthorized"}';

test("without a token, or with garbage, the body is the gateway's 401", async () => {
  const url = await gateway();
  expect(await closed(url)).toEqual([401, UNAUTHORIZED, "Bearer"]);
  expect(await closed(url, "Bearer nonsense")).toEqual([401, UNAUTHORIZED, expect.stringContaining("invalid_token")]);
});

test("a token with a wrong key, issuer, audience or time gets a 401 with the reason", async () => {
  const url = await gateway();
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  expect((await closed(url, `Bearer ${token({}, stranger)}`))[0]).toBe(401);
  expect((await closed(url, `Bearer ${token({ iss: `${ISSUER}x` })}`))[0]).toBe(401);
  expect(await closed(url, `Bearer ${token({ client_id: "other" })}`)).toEqual([
    401,
    UNAUTHORIZED,
    'Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"',
  ]);
  expect(await closed(url, `Bearer ${token({ exp: 1 })}`)).toEqual([
    401,
    UNAUTHORIZED,
    'Bearer scope="" error="invalid_token" error_description="the token has expired"',
  ]);
});

test("client_id is checked only if there is no aud", async () => {
  const url = await gateway();
  expect((await closed(url, `Bearer ${token({ aud: "other" })}`))[0]).toBe(401);
  expect((await closed(url, `Bearer ${token({ aud: ["client"], client_id: "other" })}`))[0]).toBe(200);
});

test("an ID token has no scope and gets a 403", async () => {
  const url = await gateway();
  const [status, body] = await closed(url, `Bearer ${token({ aud: "client", scope: undefined })}`);
  expect([status, body]).toEqual([403, '{"message":"Forbidden"}']);
});

test("a good token reaches the function with its claims as strings", async () => {
  const url = await gateway({ answer: async (event) => event });
  const response = await fetch(`${url}/closed`, { headers: { authorization: `Bearer ${token({ n: 1 })}` } });
  expect(await response.json()).toMatchObject({
    requestContext: { authorizer: { jwt: { claims: { sub: "alice", n: "1" }, scopes: [SCOPE] } } },
  });
});

test("the function gets an event of format 2.0", async () => {
  const url = await gateway({ answer: async (event) => event });
  const response = await fetch(`${url}/open/a%20b?x=1&x=2&y=`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Cookie: "a=1; b=2", "X-Thing": "T" },
    body: '{"a":1}',
  });
  const event = await response.json();
  expect(event).toMatchObject({
    version: "2.0",
    routeKey: "POST /open/{id}",
    rawPath: "/open/a%20b",
    rawQueryString: "x=1&x=2&y=",
    queryStringParameters: { x: "1,2", y: "" },
    pathParameters: { id: "a b" },
    cookies: ["a=1", "b=2"],
    headers: { "content-type": "application/json", "x-thing": "T" },
    requestContext: { http: { method: "POST", path: "/open/a%20b", sourceIp: "127.0.0.1" }, stage: "$default" },
    body: '{"a":1}',
    isBase64Encoded: false,
  });
  expect(event).not.toHaveProperty("headers.cookie");
});

test("a binary body arrives in base64", async () => {
  const url = await gateway({ answer: async (event) => event });
  const body = new Uint8Array([0, 255, 1]);
  const response = await fetch(`${url}/open/1`, { method: "POST", body, headers: { "content-type": "image/png" } });
  expect(await response.json()).toMatchObject({ body: "AP8B", isBase64Encoded: true });
});

test("status, headers, cookies and a base64 body are returned as the function gave them", async () => {
  const url = await gateway({
    answer: async () => ({
      statusCode: 201,
      headers: { "Content-Type": "image/png", "X-Number": 5 },
      cookies: ["a=1; Path=/", "b=2"],
      body: "AP8B",
      isBase64Encoded: true,
    }),
  });
  const response = await fetch(`${url}/open/1`, { method: "POST" });
  expect([response.status, response.headers.get("content-type"), response.headers.get("x-number")]).toEqual([
    201,
    "image/png",
    "5",
  ]);
  expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 255, 1]));
});

test("the gateway's own refusals have the gateway's bodies", async () => {
  const fails = await gateway({
    answer: async () => {
      throw new FunctionError({ errorType: "Error", errorMessage: "secret" });
    },
  });
  const post = async (url: string, path: string, body?: string) => {
    const response = await fetch(`${url}${path}`, { method: "POST", ...(body && { body }) });
    return [response.status, await response.text()];
  };
  expect(await post(fails, "/nowhere")).toEqual([404, '{"message":"Not Found"}']);
  expect(await post(fails, "/open/1")).toEqual([500, '{"message":"Internal Server Error"}']);
  expect(await post(fails, "/open/%zz")).toEqual([400, '{"message":"Bad Request"}']);
  expect(await post(fails, "/open/1", "x".repeat(10 * 1024 * 1024 + 1))).toEqual([
    413,
    '{"message":"Request Entity Too Large"}',
  ]);
  const malformed = await gateway({ answer: async () => ({ statusCode: "many" }) });
  expect(await post(malformed, "/open/1")).toEqual([500, '{"message":"Internal Server Error"}']);
  const busy = await gateway({ throttles: { stage: new Throttle(0, 1), routes: new Map() } });
  await post(busy, "/open/1");
  expect(await post(busy, "/open/1")).toEqual([429, '{"message":"Too Many Requests"}']);
});

test("a route with its own throttle is limited only by it, and admitted again as time passes", async () => {
  let now = 0;
  const routes = new Map([["POST /open/{id}", new Throttle(5, 2, now)]]);
  const url = await gateway({ throttles: { stage: new Throttle(100, 3, now), routes }, clock: () => now });
  const statuses = async (path: string, tries: number) => {
    const found: number[] = [];
    for (let i = 0; i < tries; i++) found.push((await fetch(url + path, { method: "POST" })).status);
    return found;
  };
  expect(await statuses("/open/1", 4)).toEqual([200, 200, 429, 429]);
  expect(await statuses("/hasty", 1)).toEqual([200]);
  now = 200;
  expect(await statuses("/open/2", 2)).toEqual([200, 429]);
});

test("a function that takes longer than the gateway's timeout gives a 503", async () => {
  const url = await gateway({ answer: () => new Promise(() => {}) });
  const response = await fetch(`${url}/hasty`, { method: "POST" });
  expect([response.status, await response.text()]).toEqual([503, '{"message":"Service Unavailable"}']);
});

const CORS: Cors = {
  AllowOrigins: ["https://app.example"],
  AllowMethods: ["GET", "POST"],
  AllowHeaders: ["authorization"],
  ExposeHeaders: [],
  AllowCredentials: true,
  MaxAge: 60,
};

test("only an allowed origin gets the CORS headers, on the preflight and on the answer", async () => {
  const url = await gateway({ cors: CORS });
  const ask = async (origin: string, method: string) => {
    const headers = { origin, "access-control-request-method": "POST" };
    const { status, headers: given } = await fetch(`${url}/open/1`, { method, headers });
    return [status, given.get("access-control-allow-origin"), given.get("access-control-allow-methods")];
  };
  expect(await ask("https://app.example", "OPTIONS")).toEqual([204, "https://app.example", "GET,POST"]);
  expect(await ask("https://app.example", "POST")).toEqual([200, "https://app.example", null]);
  expect(await ask("https://evil.example", "POST")).toEqual([200, null, null]);
});
