import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPools } from "../../local/aws/cognito/pool-store.ts";
import { openToken, signToken } from "../../local/aws/cognito/sign-token.ts";
import type { Route } from "../../shared/api/route.ts";
import { routes } from "../../shared/api/routes.ts";
import { accepted, webhookCreated } from "../../shared/api/webhook-schemas.ts";
import { type MadeToken, makeToken } from "../support/api-tokens.ts";
import { type Agent, createAgent, type Person, signUp, storeKey } from "../support/people.ts";
import { type ApiAnswer, startTestStack, type TestStack } from "../support/stack.ts";

let stack: TestStack;
let data: string;
let alice: Person;
let bob: Person;
let agent: Agent;
let runId: string;
let webhookId: string;
let deliveryId: string;
let token: MadeToken;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "latchkey-"));
  stack = await startTestStack({ data });
  alice = await signUp(stack, "Alice");
  bob = await signUp(stack, "Bob");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack, alice);
  const id = await stack.sendMail({ from: "carol@customer.example", to: agent.address, subject: "a", text: "b" });
  const [run] = await stack.waitForRun(id);
  runId = run?.run_id ?? "";
  token = await makeToken(stack, alice, { agentIds: [agent.id] });
  // Nobody listens there; the test event is in the log all the same.
  const hook = { name: "Hers", url: "http://localhost:9/" };
  const made = await stack.api("POST", "/api/webhooks", { token: alice.token, body: hook });
  webhookId = webhookCreated.parse(made.json).id;
  const test = await stack.api("POST", `/api/webhooks/${webhookId}/test`, { token: alice.token });
  deliveryId = accepted.parse(test.json).id;
});
afterAll(async () => {
  await stack.stop();
  await rm(data, { recursive: true });
});

/** The gateway takes 200 calls at once, and a quick machine makes more: throttled, a client comes again. */
async function ask(...call: Parameters<TestStack["api"]>): Promise<ApiAnswer> {
  for (;;) {
    const answer = await stack.api(...call);
    if (answer.status !== 429) return answer;
    await delay(100);
  }
}

const closed = Object.entries<Route>(routes).filter(([, { token }]) => token === "access");

/** The route's address with its parameters filled in. */
type Values = { id?: string; provider?: string; delivery?: string };

function addressOf({ path }: Route, values: Values = {}): string {
  const known = path
    .replace("{id}", values.id ?? "absent")
    .replace("{provider}", values.provider ?? "openai")
    .replace("{delivery}", values.delivery ?? "absent");
  return known.replace(/\{\w+\}/, "absent");
}

/** A body that the route takes, so that nothing but the right is missing. */
function bodyOf({ method, path }: Route): object | undefined {
  if (path.startsWith("/api/conversations/")) return method === "PATCH" ? { answer: "Mine now" } : undefined;
  if (method === "PATCH" && path.includes("/addresses/")) return { isPrimary: true };
  if (method === "PATCH" && path.endsWith("/reminders")) return { when: "daily" };
  if (method === "PATCH") return path.includes("ai-config") ? { modelName: "gpt-4o" } : { name: "Mine now" };
  if (path === "/api/webhooks/{id}/redeliver") return { since: "2026-11-29T00:00:00Z" };
  if (method !== "POST" || /\/(test|rotate|redeliver)$/.test(path)) return undefined;
  if (path === "/api/webhooks") return { name: "Mine", url: "https://shop.com/hook" };
  if (path.endsWith("/mailboxes")) return { address: "support@acme.example" };
  if (path.endsWith("/denied")) return { senders: "spam.example" };
  if (path.endsWith("/addresses")) return {};
  if (path.endsWith("/replace")) return { keepDays: 0 };
  if (path === "/api/tokens") return { name: "Mine", scopes: ["tokens:manage"] };
  return path.includes("ai-config")
    ? { provider: "openai", apiKey: "sk-demo-mallory-0123456", modelName: "gpt-4" }
    : { name: "Mine", type: "email_inbound" };
}

/** Alice's claims, changed, under the pool's own signature. */
function forge(changes: object): string {
  const [pool] = readPools(join(data, "aws"));
  const claims = pool && openToken(pool.key, alice.token);
  if (!pool || !claims) throw new Error("The pool's own key opens its tokens");
  return signToken(pool.key, { ...claims, ...changes });
}

const HOUR_AGO = Math.floor(Date.now() / 1000) - 3600;
const NO_TOKENS: [string, () => string | undefined, number][] = [
  ["no token", () => undefined, 401],
  ["garbage", () => "not-a-token", 401],
  ["an expired token", () => forge({ iat: HOUR_AGO - 900, exp: HOUR_AGO }), 401],
  ["a token of another client", () => forge({ client_id: "anotherclient" }), 401],
  ["a token of another pool", () => forge({ iss: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other" }), 401],
  ["a token whose signature was touched", () => `${alice.token.slice(0, -8)}AAAAAAAA`, 401],
  ["an ID token", () => forge({ token_use: "id", aud: claimOf("client_id"), scope: undefined }), 403],
  ["an access token without the scope", () => forge({ scope: undefined }), 403],
];

function claimOf(name: string): unknown {
  return JSON.parse(Buffer.from(alice.token.split(".")[1] ?? "", "base64url").toString())[name];
}

describe.each(closed)("the route %s", (_, route) => {
  it.each(NO_TOKENS)("refuses %s", async (_name, token, status) => {
    const given = token();
    const answer = await ask(route.method, addressOf(route), {
      body: bodyOf(route),
      ...(given !== undefined && { token: given }),
    });
    // Cognito's authorizer answers itself, and so does the gateway where there is no token at all. Our own passes the
    // caller on to the function, whose refusal a client can read.
    if (route.scope === "none" || given === undefined) {
      expect(answer.status).toBe(status);
      expect(answer.json).toEqual({ message: status === 401 ? "Unauthorized" : "Forbidden" });
    } else {
      expect([answer.status, answer.json]).toMatchObject([401, { code: "unauthorized" }]);
    }
  });
});

describe("a resource of Alice's", () => {
  // Whether an address is free is no secret: tests/functions/agents/addresses.test.ts.
  const single = closed.filter(([name, { path }]) => path.includes("{") && name !== "checkAddress");

  it.each(single)("is not there for Bob at %s, in the same words as what never was", async (_, route) => {
    const hers = { id: idFor(route), delivery: deliveryId };
    const request = { token: bob.token, body: bodyOf(route) };
    const answer = await ask(route.method, addressOf(route, hers), request);
    expect(answer.status).toBe(404);
    // Bob has no key at all, so for him a provider's row is absent whoever else has one.
    const absent = await ask(route.method, addressOf(route, { id: "absent", provider: "gemini" }), request);
    expect(answer.text).toBe(absent.text);
  });

  function idFor({ fn, path }: Route): string {
    if (fn === "tokens") return token.id;
    if (fn === "webhooks") return webhookId;
    return path.startsWith("/api/automation/agents") ? agent.id : runId;
  }

  it("is in none of Bob's lists", async () => {
    const lists = [
      "/api/ai-config",
      "/api/automation/agents",
      "/api/conversations",
      "/api/usage",
      "/api/account",
      "/api/account/export",
      "/api/webhooks",
      "/api/tokens",
    ];
    const queries = [`/api/conversations?agent_id=${agent.id}`];
    for (const path of [...lists, ...queries]) {
      const { status, text } = await ask("GET", path, { token: bob.token });
      expect(status).toBe(200);
      for (const hers of [
        alice.id,
        agent.id,
        agent.address,
        runId,
        token.id,
        token.hint,
        webhookId,
        deliveryId,
        "gpt-4",
      ])
        expect(text).not.toContain(hers);
    }
  });

  it("is unchanged after all of Bob's tries", async () => {
    const { json } = await ask("GET", `/api/automation/agents/${agent.id}`, { token: alice.token });
    expect(json).toEqual(agent);
    const config = await ask("GET", "/api/ai-config/openai", { token: alice.token });
    expect(config.json).toMatchObject({ model_name: "gpt-4" });
  });
});

describe("a body that names another owner", () => {
  it.each(["user_id", "userId", "owner", "id"])("is refused by its field %s", async (field) => {
    const body = { name: "Mine", type: "email_inbound", [field]: alice.id };
    const { status, json } = await ask("POST", "/api/automation/agents", { token: bob.token, body });
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: "invalid_request", errors: [{ field }] });
  });
});
