import type { APIGatewayRequestAuthorizerEventV2 } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authorizer } from "../../../functions/authorizer/handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { TokenOwners } from "../../../shared/tokens/token-owners.ts";
import { TokenStore } from "../../../shared/tokens/token-store.ts";
import { hashToken, makeTokenText } from "../../../shared/tokens/token-text.ts";
import { apiEvent } from "../../support/api-call.ts";
import { someToken } from "../../support/api-tokens.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { catchLog } from "../../support/logged.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
const START = new Date("2026-11-29T12:00:00.000Z");
let dynamo: TestDynamo;
let tokens: TokenStore;
let owners: TokenOwners;
let now: Date;
let text: string;
beforeAll(async () => {
  dynamo = await startDynamo({
    tokens: { partition: "user_id", sort: "token_id" },
    owners: { partition: "token_hash" },
  });
  tokens = new TokenStore(dynamo.db, "tokens");
  owners = new TokenOwners(dynamo.db, "owners");
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  now = START;
  text = makeTokenText();
  const row = someToken({ token_hash: hashToken(text) });
  const { user_id, token_id, token_hash, expires_at } = row;
  await tokens.add(row);
  await owners.add({ user_id, token_id, token_hash, expires_at });
});

type Asked = { query?: Record<string, string>; headers?: Record<string, string>; from?: string };

function ask(token: string, { query, headers, from = "192.0.2.1" }: Asked = {}, changes: object = {}) {
  const { requestContext, ...event } = apiEvent({
    route: "GET /api/usage",
    token,
    ...(query && { query }),
    headers: headers ?? {},
  });
  const http = { ...requestContext.http, sourceIp: from };
  const asked: APIGatewayRequestAuthorizerEventV2 = {
    ...event,
    type: "REQUEST",
    routeArn: "",
    identitySource: [],
    cookies: [],
    requestContext: { ...requestContext, http },
  };
  const session = tokenVerifier(POOL, pool.fetch);
  return authorizer({ session, tokens, owners, edgeProof: "proof", now: () => now, ...changes })(asked);
}

const row = () => tokens.get("alice", "token1");

test("a session is a session, and says nothing else", async () => {
  expect(await ask(pool.token("alice"))).toEqual({ isAuthorized: true, context: { kind: "session" } });
});

test("a token leads to its row", async () => {
  const context = { kind: "token", user_id: "alice", token_id: "token1" };
  expect(await ask(text)).toEqual({ isAuthorized: true, context });
});

test.each([
  ["a mistyped token", () => `${text.slice(0, -1)}${text.endsWith("0") ? "1" : "0"}`],
  ["a token that was never made", () => makeTokenText()],
  ["an expired session", () => pool.token("alice", { claims: { exp: 1 } })],
  ["garbage", () => "garbage"],
])("%s is unknown", async (_, given) => {
  expect(await ask(given())).toEqual({ isAuthorized: true, context: { kind: "unknown" } });
});

test("a revoked token is unknown, though the way to its row is still there", async () => {
  await tokens.remove("alice", "token1");
  expect((await ask(text)).context).toEqual({ kind: "unknown" });
});

test("without the pool's keys nobody is judged: the gateway keeps no error", async () => {
  const session = tokenVerifier(POOL, async () => new Response(null, { status: 503 }));
  await expect(ask(pool.token("alice"), {}, { session })).rejects.toMatchObject({ code: "unavailable" });
});

test("a use is written at most once in some minutes, and at once from another place", async () => {
  await ask(text);
  const first = START.toISOString();
  expect(await row()).toMatchObject({ last_used_at: first, last_used_from: "192.0.2.1" });
  now = new Date(START.getTime() + 60_000);
  await ask(text);
  expect(await row()).toMatchObject({ last_used_at: first });
  await ask(text, { from: "2001:db8:1:2:3::9" });
  expect(await row()).toMatchObject({ last_used_at: now.toISOString(), last_used_from: "2001:db8:1:2::/64" });
  now = new Date(START.getTime() + 6 * 60_000);
  await ask(text, { headers: { "x-forwarded-for": "198.51.100.7", "x-latchkey-edge": "proof" } });
  expect(await row()).toMatchObject({ last_used_at: now.toISOString(), last_used_from: "198.51.100.7" });
});

test("a use after the end is none, and a failure to write one refuses nobody", async () => {
  now = new Date("2027-06-01T00:00:00.000Z");
  expect((await ask(text)).context).toMatchObject({ kind: "token" });
  expect(await row()).not.toHaveProperty("last_used_at");
  now = START;
  const log = catchLog();
  const markUsed = () => Promise.reject(new Error("away"));
  const failing = { get: tokens.get.bind(tokens), markSeenInUrl: tokens.markSeenInUrl.bind(tokens), markUsed };
  expect((await ask(text, {}, { tokens: failing })).context).toMatchObject({ kind: "token" });
  expect(log.text()).toContain("token_use_not_noted");
  log.restore();
});

test("a token in a URL is noted for its owner, whoever asks, and logged nowhere", async () => {
  const log = catchLog();
  await ask(pool.token("bob"), { query: { access_token: text } });
  expect(await row()).toMatchObject({ seen_in_url_at: START.toISOString() });
  expect(log.text()).not.toContain(text);
  log.restore();
});
