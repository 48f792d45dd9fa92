import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { agentRoutes } from "../../../shared/api/routes/agents.ts";
import { aiConfigRoutes } from "../../../shared/api/routes/ai-config.ts";
import { authRoutes } from "../../../shared/api/routes/auth.ts";
import { tokenRoutes } from "../../../shared/api/routes/tokens.ts";
import { LatchkeyError } from "../../../shared/errors.ts";
import { Repeats } from "../../../shared/http/repeats.ts";
import { IdempotencyStore } from "../../../shared/idempotency/idempotency-store.ts";
import { apiEvent } from "../../support/api-call.ts";
import { someToken } from "../../support/api-tokens.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
let repeats: Repeats;
let now: Date;
let done: number;
beforeAll(async () => {
  dynamo = await startDynamo({ repeats: { partition: "user_id", sort: "request" } });
  repeats = new Repeats(new IdempotencyStore(dynamo.db, "repeats"), () => now);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  now = new Date("2026-11-29T12:00:00.000Z");
  done = 0;
});

let keys = 0;
const newKey = () => `key-${keys++}`;
const ok = async () => {
  done += 1;
  return { statusCode: 201, headers: { "content-type": "application/json" }, body: `{"done":${done}}` };
};

type More = {
  body?: object;
  perform?: () => Promise<{ statusCode: number; headers?: Record<string, string>; body?: string }>;
  user?: Parameters<Repeats["once"]>[0]["user"];
  route?: Parameters<Repeats["once"]>[0]["route"];
  query?: Record<string, string>;
};

function post(
  key: string | undefined,
  { body = { name: "a" }, perform = ok, user = { id: "alice" }, ...more }: More = {},
) {
  const { route = agentRoutes.createAgent, query } = more;
  const headers = key === undefined ? {} : { "idempotency-key": key };
  const event = apiEvent({ route: `${route.method} ${route.path}`, body, headers, ...(query && { query }) });
  return repeats.once({ route, event, user, perform });
}

test("a request without a key, or on a route where it has no meaning, is done each time", async () => {
  for (const again of [1, 2]) expect(await post(undefined)).toMatchObject({ body: `{"done":${again}}` });
  const free = { route: authRoutes.logoutEverywhere };
  for (const again of [3, 4]) expect(await post("the same", free)).toMatchObject({ body: `{"done":${again}}` });
});

test("a repetition gets the first answer, quoted or not, and is not done again", async () => {
  const key = newKey();
  const first = await post(key);
  expect(await post(`"${key}"`)).toEqual({
    ...first,
    cookies: [],
    headers: { ...first.headers, "idempotency-replayed": "true" },
  });
  expect(done).toBe(1);
});

test.each([
  ["another body", { body: { name: "b" } }],
  ["another query", { query: { verify: "false" } }],
])("the key with %s is refused", async (_, changed) => {
  const key = newKey();
  await post(key);
  await expect(post(key, changed)).rejects.toMatchObject({ code: "repeat_differs", status: 422 });
  expect(done).toBe(1);
});

test("the same key is another one for another user, another route, and a token that is bound to agents", async () => {
  const key = newKey();
  const { token_id, scopes, ends_at } = someToken();
  const bound = { id: "alice", token: { token_id, scopes, agent_ids: ["agent1"], ends_at } };
  await post(key);
  await post(key, { user: { id: "bob" } });
  await post(key, { route: aiConfigRoutes.saveConfig });
  await post(key, { user: bound });
  expect(done).toBe(4);
  // A token of the whole account is the same caller as its owner.
  await post(key, { user: { ...bound, token: { ...bound.token, agent_ids: null } } });
  expect(done).toBe(4);
});

test("two at the same moment: one is done, and the other one is told to wait", async () => {
  const key = newKey();
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const first = post(key, { perform: () => held.then(ok) });
  const waiting = { code: "repeat_running", status: 409, retryAfter: 1 };
  await expect
    .poll(() => post(key, { perform: () => Promise.reject(new Error("twice")) }).catch((error) => error))
    .toMatchObject(waiting);
  release();
  expect((await first).statusCode).toBe(201);
  expect(done).toBe(1);
});

test("after a crash, and after an error on our side, it is not done again: nobody knows how far it came", async () => {
  const crashed = newKey();
  void post(crashed, { perform: () => new Promise(() => {}) });
  await expect.poll(() => post(crashed).catch(({ code }) => code)).toBe("repeat_running");
  now = new Date(now.getTime() + 30_000);
  await expect(post(crashed)).rejects.toMatchObject({ code: "repeat_unknown", status: 409 });

  const broken = newKey();
  const fail = () => Promise.reject(new Error("DynamoDB is away"));
  await expect(post(broken, { perform: fail })).rejects.toThrow("DynamoDB is away");
  await expect(post(broken)).rejects.toMatchObject({ code: "repeat_unknown" });
  expect(done).toBe(0);
});

test("a refusal is repeated, but for one of too many requests, which may go through later", async () => {
  const key = newKey();
  const refuse = (code: "limit_reached" | "too_many_requests") => () => Promise.reject(new LatchkeyError(code));
  await expect(post(key, { perform: refuse("limit_reached") })).rejects.toMatchObject({ code: "limit_reached" });
  expect(await post(key)).toMatchObject({ statusCode: 409, body: expect.stringContaining("limit_reached") });
  const later = newKey();
  await expect(post(later, { perform: refuse("too_many_requests") })).rejects.toMatchObject({ status: 429 });
  expect(await post(later)).toMatchObject({ statusCode: 201 });
});

test("an answer with a secret is not stored, and its repetition is told so", async () => {
  const key = newKey();
  const perform = async () => ({ statusCode: 201, body: "lk_the-secret" });
  await post(key, { route: tokenRoutes.createToken, perform });
  await expect(post(key, { route: tokenRoutes.createToken })).rejects.toMatchObject({ code: "repeat_of_secret" });
  const { Items } = await dynamo.db.send(new ScanCommand({ TableName: "repeats" }));
  expect(JSON.stringify(Items)).not.toContain("lk_the-secret");
});

test("an answer that is too large to be stored goes out once", async () => {
  const key = newKey();
  await post(key, { perform: async () => ({ statusCode: 200, body: "x".repeat(400_000) }) });
  await expect(post(key)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("too large") });
});

test("after a day the key is free again, whether DynamoDB has deleted the row or not", async () => {
  const key = newKey();
  await post(key);
  now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  await post(key);
  expect(done).toBe(2);
});

test.each(["", " ", "ä", "a b", "x".repeat(256)])("%j is no key", async (key) => {
  await expect(post(key)).rejects.toMatchObject({ code: "invalid_request" });
  expect(done).toBe(0);
});

test("neither the key nor the body is stored", async () => {
  const key = "a-key-that-nobody-keeps";
  await post(key, { body: { apiKey: "sk-test-very-secret" } });
  const { Items } = await dynamo.db.send(new ScanCommand({ TableName: "repeats" }));
  expect(JSON.stringify(Items)).not.toMatch(/nobody-keeps|very-secret/);
});
