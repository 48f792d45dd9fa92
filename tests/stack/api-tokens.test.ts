import { setTimeout as delay } from "node:timers/promises";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import { runList } from "../../shared/api/conversation-schemas.ts";
import type { Route } from "../../shared/api/route.ts";
import { routes } from "../../shared/api/routes.ts";
import { tokenList } from "../../shared/api/token-schemas.ts";
import { SCOPE_NAMES } from "../../shared/tokens/scopes.ts";
import { type MadeToken, makeToken } from "../support/api-tokens.ts";
import { type Agent, createAgent, type Person, signUp, storeKey } from "../support/people.ts";
import { allSinks, disguises, Overheard } from "../support/sinks.ts";
import { type ApiAnswer, startTestStack, type TestStack } from "../support/stack.ts";

let stack: TestStack;
let alice: Person;
let tess: Person;
let near: Agent;
let far: Agent;
let nearRun: string;
let farRun: string;
/** Bound to Alice's agent `near`, with every scope. */
let bound: MadeToken;
const overheard = new Overheard();

beforeAll(async () => {
  stack = await startTestStack({ onCall: overheard.onCall });
  alice = await signUp(stack, "Alice");
  tess = await signUp(stack, "Tess");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  near = await createAgent(stack, alice, { name: "Near" });
  far = await createAgent(stack, alice, { name: "Far" });
  nearRun = await mail(near);
  farRun = await mail(far);
  bound = await makeToken(stack, alice, { agentIds: [near.id] });
});
afterAll(() => stack.stop());

async function mail({ address }: Agent): Promise<string> {
  const id = await stack.sendMail({ from: "carol@customer.example", to: address, subject: "a", text: "b" });
  const [run] = await stack.waitForRun(id);
  return run?.run_id ?? "";
}

/** The gateway takes 200 calls at once, and a quick machine makes more: throttled, a client comes again. */
async function ask(...call: Parameters<TestStack["api"]>): Promise<ApiAnswer> {
  for (;;) {
    const answer = await stack.api(...call);
    if (answer.status !== 429) return answer;
    await delay(100);
  }
}

const closed = Object.entries<Route>(routes).filter(([, { token }]) => token === "access");
const addressOf = ({ path }: Route) => path.replace("{provider}", "openai").replace(/\{\w+\}/g, "absent");

describe("a token with one scope, on every route", () => {
  const tokens = new Map<string, MadeToken>();
  beforeAll(async () => {
    for (const scope of SCOPE_NAMES) tokens.set(scope, await makeToken(stack, tess, { scopes: [scope] }));
  });

  it.each(closed)("%s takes it exactly where its row says so", async (_, route) => {
    for (const [scope, { token }] of tokens) {
      const { status, json, headers } = await ask(route.method, addressOf(route), { token });
      if (route.scope === "none") {
        // Cognito's own authorizer stands before it, and knows no such token.
        expect([scope, status, json]).toEqual([scope, 401, { message: "Unauthorized" }]);
      } else if (route.scope === scope) {
        expect([401, 403], `${scope}: ${status}`).not.toContain(status);
      } else {
        expect([scope, status]).toEqual([scope, 403]);
        expect(json).toMatchObject({ code: "insufficient_scope", detail: expect.stringContaining(`${route.scope}`) });
        expect(headers.get("www-authenticate")).toBe(`Bearer error="insufficient_scope", scope="${route.scope}"`);
      }
    }
  });
});

describe("a token that is bound to an agent", () => {
  const get = (path: string) => ask("GET", path, { token: bound.token });

  it("reaches that agent and its mails", async () => {
    expect((await get(`/api/automation/agents/${near.id}`)).status).toBe(200);
    expect((await get(`/api/conversations/${nearRun}`)).status).toBe(200);
    expect((await get(`/api/conversations/${nearRun}/raw`)).status).toBe(200);
  });

  const OF_ONE: [string, Route][] = closed.filter(
    ([, { path, boundTokens }]) => boundTokens !== undefined && boundTokens !== "refused" && path.includes("{id}"),
  );
  it.each(OF_ONE)("finds nothing of another agent at %s, in the words for what never was", async (_, route) => {
    const foreign = route.path.startsWith("/api/automation/agents") ? far.id : farRun;
    const at = (id: string) => route.path.replace("{id}", id).replace(/\{\w+\}/, "absent");
    const request = { token: bound.token, body: bodyOf(route) };
    const [hidden, absent] = [
      await ask(route.method, at(foreign), request),
      await ask(route.method, at("absent"), request),
    ];
    expect([hidden.status, hidden.text]).toEqual([404, absent.text]);
  });

  it("is refused by every route about the whole account", async () => {
    for (const [name, route] of closed.filter(([, { boundTokens }]) => boundTokens === "refused")) {
      const { status, json } = await ask(route.method, addressOf(route), { token: bound.token });
      expect([name, status, json]).toEqual([name, 403, expect.objectContaining({ code: "insufficient_scope" })]);
    }
  });

  it("sees in lists what is of its agent, and lists of another agent are empty", async () => {
    expect((await get("/api/automation/agents")).text).not.toContain(far.id);
    const { runs } = runList.parse((await get("/api/conversations")).json);
    expect(runs.map(({ id }) => id)).toEqual([nearRun]);
    const absent = await get("/api/conversations?agent_id=absent");
    expect((await get(`/api/conversations?agent_id=${far.id}`)).text).toBe(absent.text);
    const tokens = tokenList.parse((await get("/api/tokens")).json).tokens;
    expect(tokens.every(({ agent_ids }) => agent_ids?.join() === near.id)).toBe(true);
  });

  it("makes tokens for its own agent alone", async () => {
    const make = (agentIds: unknown) =>
      ask("POST", "/api/tokens", { token: bound.token, body: { name: "n", scopes: ["drafts:decide"], agentIds } });
    expect((await make([near.id])).status).toBe(201);
    const refusals = [await make(null), await make([far.id]), await make(["absent"])];
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(refusals[1]?.text).toBe(refusals[2]?.text);
  });
});

/** A body that the route takes, so that nothing but the right is missing. */
function bodyOf({ method, path }: Route): object | undefined {
  if (path.startsWith("/api/conversations/")) return method === "PATCH" ? { answer: "Mine now" } : undefined;
  return method === "PATCH" ? { name: "Mine now" } : undefined;
}

describe("the life of a token", () => {
  const read = (token: string) => ask("GET", "/api/automation/agents", { token });
  const listed = async (id: string) => {
    const { json } = await ask("GET", "/api/tokens", { token: alice.token });
    return tokenList.parse(json).tokens.find((row) => row.id === id);
  };

  it("shows when and from where it was used, works from two places, and is refused once it is revoked", async () => {
    const { id, token } = await makeToken(stack, alice, { scopes: ["agents:manage"] });
    expect(await listed(id)).toMatchObject({ last_used_at: null, last_used_from: null });
    const uses = [
      await read(token),
      await ask("GET", "/api/automation/agents", { token, headers: { "user-agent": "B" } }),
    ];
    expect(uses.map(({ status }) => status)).toEqual([200, 200]);
    expect(await listed(id)).toMatchObject({ last_used_at: expect.any(String), last_used_from: "127.0.0.1" });
    expect((await ask("DELETE", `/api/tokens/${id}`, { token: alice.token })).status).toBe(204);
    // The gateway still has the authorizer's answer in its cache.
    const refused = await read(token);
    expect(refused).toMatchObject({ status: 401, json: { code: "unauthorized" } });
    expect(refused.headers.get("www-authenticate")).toBe("Bearer");
    expect(await listed(id)).toBeUndefined();
  });

  it("ends: the refusal names the end", async () => {
    const { id, token } = await makeToken(stack, alice);
    expect((await read(token)).status).toBe(200);
    const ends_at = new Date(Date.now() - 1_000).toISOString();
    await change(id, "ends_at", ends_at);
    const { status, json, headers } = await read(token);
    expect([status, json]).toMatchObject([401, { code: "token_ended", detail: expect.stringContaining(ends_at) }]);
    expect(headers.get("www-authenticate")).toContain(`error="invalid_token"`);
  });

  it("is answered alike for an unknown, a mistyped and a revoked one, and for garbage", async () => {
    const revoked = await makeToken(stack, alice);
    await ask("DELETE", `/api/tokens/${revoked.id}`, { token: alice.token });
    const { token } = revoked;
    const mistyped = `${token.slice(0, 10)}${token[10] === "a" ? "b" : "a"}${token.slice(11)}`;
    const texts = [];
    for (const bad of [token, mistyped, "lk_", "lk_short", `lk_${"0".repeat(38)}`, "garbage"]) {
      const { status, text } = await read(bad);
      expect([bad, status]).toEqual([bad, 401]);
      texts.push(text);
    }
    expect(new Set(texts).size).toBe(1);
  });

  it("ends with the account, also while the gateway has it in its cache", async () => {
    const dora = await signUp(stack, "Dora");
    const { token } = await makeToken(stack, dora);
    expect((await read(token)).status).toBe(200);
    const body = { password: "correct horse battery" };
    expect((await ask("POST", "/api/account/delete", { token: dora.token, body })).status).toBe(202);
    expect(await read(token)).toMatchObject({ status: 401, json: { code: "unauthorized" } });
  });

  it("makes none with more than its own rights, and takes with it those that it made", async () => {
    const parent = await makeToken(stack, alice, { scopes: ["tokens:manage", "agents:manage"] });
    const make = (more: object) =>
      ask("POST", "/api/tokens", { token: parent.token, body: { name: "n", scopes: ["agents:manage"], ...more } });
    expect((await make({ scopes: ["keys:manage"], endsAt: parent.ends_at })).status).toBe(403);
    expect((await make({ endsAt: new Date(Date.parse(parent.ends_at) + 1_000).toISOString() })).status).toBe(403);
    const child = await makeToken(stack, parent, { scopes: ["agents:manage"], endsAt: parent.ends_at });
    expect(child.made_by).toBe(parent.id);
    expect((await read(child.token)).status).toBe(200);
    await ask("DELETE", `/api/tokens/${parent.id}`, { token: alice.token });
    expect((await read(child.token)).status).toBe(401);
  });

  it("is refused in a URL, and its owner sees that it was there", async () => {
    const { id, token } = await makeToken(stack, alice);
    const path = `/api/automation/agents?access_token=${token}`;
    expect((await ask("GET", path)).status).toBe(401);
    const session = await signUp(stack, "Eve");
    for (const header of [session.token, token]) {
      expect(await ask("GET", path, { token: header })).toMatchObject({ status: 400, json: { code: "token_in_url" } });
    }
    expect(await listed(id)).toMatchObject({ seen_in_url_at: expect.any(String) });
  });
});

async function change(tokenId: string, field: string, value: string): Promise<void> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  await DynamoDBDocumentClient.from(clients.dynamo).send(
    new UpdateCommand({
      TableName: stack.names["API_TOKENS_TABLE"],
      Key: { user_id: alice.id, token_id: tokenId },
      UpdateExpression: "SET #f = :v",
      ExpressionAttributeNames: { "#f": field },
      ExpressionAttributeValues: { ":v": value },
    }),
  );
  destroy(clients);
}

describe("an Idempotency-Key", () => {
  const post = (path: string, body: object, key: string, token = alice.token) =>
    ask("POST", path, { token, body, headers: { "idempotency-key": key } });
  const agent = { name: "Once", type: "email_inbound" };

  it("lets a POST happen once, and repeats its answer, to a session and a token of the same owner", async () => {
    const first = await post("/api/automation/agents", agent, '"one"');
    const again = await post("/api/automation/agents", agent, "one", (await makeToken(stack, alice)).token);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const { text } = await ask("GET", "/api/automation/agents", { token: alice.token });
    expect(text.split('"Once"')).toHaveLength(2);
  });

  it("is refused for another body, and is another one for another owner", async () => {
    const other = await post("/api/automation/agents", { ...agent, name: "Other" }, "one");
    expect([other.status, other.json]).toMatchObject([422, { code: "repeat_differs" }]);
    expect(
      (await post("/api/automation/agents", agent, "one", tess.token)).headers.get("idempotency-replayed"),
    ).toBeNull();
  });

  it("never shows a secret again", async () => {
    const body = { name: "n", scopes: ["drafts:decide"] };
    expect((await post("/api/tokens", body, "secret")).status).toBe(201);
    expect(await post("/api/tokens", body, "secret")).toMatchObject({
      status: 409,
      json: { code: "repeat_of_secret" },
    });
  });
});

it("no sink holds a whole token in any form", async () => {
  const sinks = [...(await allSinks(stack)), ...overheard.sinks];
  const { API_TOKENS_TABLE } = stack.names;
  expect(
    sinks.some(({ name, content }) => name === `table:${API_TOKENS_TABLE}.hint` && content.includes(bound.hint)),
  ).toBe(true);
  for (const [form, bytes] of Object.entries(disguises(bound.token))) {
    expect([form, sinks.filter(({ content }) => content.includes(bytes)).map(({ name }) => name)]).toEqual([form, []]);
  }
});

it("nobody was denied a right that he needs", () => {
  expect(stack.denied).toEqual([]);
});
