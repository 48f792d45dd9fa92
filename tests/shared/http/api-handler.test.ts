import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { createAgentBody } from "../../../shared/api/agent-schemas.ts";
import { agentRoutes } from "../../../shared/api/routes/agents.ts";
import { openApiRoutes } from "../../../shared/api/routes/openapi.ts";
import { LatchkeyError } from "../../../shared/errors.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import type { ApiRequest, Handlers } from "../../../shared/http/handlers.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { callApi } from "../../support/api-call.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
const token = pool.token("alice");
const domains: string[] = [];
const others: { address: string }[] = [];
const absent = async () => Promise.reject(new LatchkeyError("not_found"));
const ROW = {
  id: "a1",
  user_id: "alice",
  name: "Support",
  type: "email_inbound",
  address: "x@agents.example",
  other_addresses: others,
  answer_from: null,
  mode: "auto_reply",
  instructions: "",
  provider: null,
  max_usd_per_day: null,
  fallback_provider: null,
  max_mails_per_day: 5,
  max_replies_per_correspondent_per_hour: 6,
  max_replies_per_correspondent_per_day: 20,
  max_replies_per_domain_per_hour: 60,
  form_domains: domains,
  answer_only: domains,
  quote_original: false,
  quiet_threads: true,
  draft_first_mails: false,
  office_hours: null,
  summary_hour: 8,
  time_zone: "UTC",
  is_active: true,
  paused_reason: null,
  created_at: "2026-11-23T12:00:00.000Z",
  updated_at: "2026-11-23T12:00:00.000Z",
} as const;
const faults = z.object({ errors: z.array(z.object({ field: z.string(), message: z.string() })) });

type Agents = Handlers<"agents">;

/** Handlers of this test's own. */
function handlersOf(changes: Partial<Agents> = {}): Agents {
  return {
    createAgent: async () => ({ status: 201, body: ROW }),
    listAgents: async () => ({ status: 200, body: { agents: [] } }),
    getAgent: async () => Promise.reject(new LatchkeyError("not_found")),
    patchAgent: async () => ({ status: 200, body: ROW }),
    deleteAgent: async () => ({ status: 204 }),
    listBlocked: async () => ({ status: 200, body: { blocked: [] } }),
    unblock: async () => ({ status: 204 }),
    listDenied: async () => ({ status: 200, body: { denied: [], total: 0, matching: 0 } }),
    deny: async () => ({ status: 200, body: { added: 0, already: 0, refused: [], total: 0 } }),
    allowAgain: async () => ({ status: 204 }),
    allowAllAgain: async () => ({ status: 204 }),
    checkAddress: absent,
    listAddresses: absent,
    addAddress: absent,
    patchAddress: absent,
    replaceAddress: absent,
    deleteAddress: absent,
    ...changes,
  };
}

/** The agents function with them behind the real wrapping. */
const agents = (changes?: Partial<Agents>) =>
  apiHandler(agentRoutes, handlersOf(changes), tokenVerifier(POOL, pool.fetch));

const create = { route: "POST /api/automation/agents", token } as const;
const get = { route: "GET /api/automation/agents/{id}", token } as const;

describe("the request", () => {
  test("reaches its handler as the route's schemas read it, with the token's user", async () => {
    let seen: ApiRequest<"createAgent"> | undefined;
    const handler = agents({
      createAgent: async (request) => {
        seen = request;
        return { status: 201, body: ROW };
      },
    });
    const body = { name: "  Support ", type: "email_inbound" };
    expect((await callApi(handler, { ...create, body, cookies: ["a=1"] })).status).toBe(201);
    expect(seen?.user).toEqual({ id: "alice", username: "alice" });
    expect(seen?.body).toMatchObject({
      ...body,
      name: "Support",
      instructions: "",
      provider: null,
      maxMailsPerDay: 1000,
    });
    expect(seen?.cookies).toEqual(["a=1"]);
    await callApi(handler, { ...create, body });
    expect(seen?.cookies).toEqual([]);
  });

  test("may come in base64, as the gateway sends what it does not take for text", async () => {
    const body = { name: "Ünïcode ✓", type: "email_inbound" };
    expect((await callApi(agents(), { ...create, body, base64: true })).status).toBe(201);
  });

  test.each([
    ["no token", { headers: {} }],
    ["garbage", { headers: { authorization: "Bearer garbage" } }],
    ["another scheme", { headers: { authorization: `Basic ${token}` } }],
    ["an expired token", { token: pool.token("alice", { claims: { exp: 1 } }) }],
    ["an ID token", { token: pool.token("alice", { claims: { token_use: "id" } }) }],
  ])("is refused with %s", async (_, changes) => {
    const answer = await callApi(agents(), { route: "GET /api/automation/agents", ...changes });
    expect(answer).toMatchObject({ status: 401, json: { code: "unauthorized" } });
    expect(answer.headers["www-authenticate"]).toBe("Bearer");
  });

  test("needs no token, and no good one, where the route is open", async () => {
    const open = apiHandler(openApiRoutes, { openapi: async () => ({ status: 200, body: "{}" }) });
    const route = "GET /api/openapi.json";
    expect((await callApi(open, { route })).status).toBe(200);
    expect((await callApi(open, { route, token: "garbage" })).status).toBe(200);
  });

  test("is refused where nobody can check its token", async () => {
    const unchecked = Reflect.apply(apiHandler, undefined, [agentRoutes, handlersOf()]);
    const answer = await callApi(unchecked, { route: "GET /api/automation/agents", token });
    expect(answer).toMatchObject({ status: 401, json: { code: "unauthorized" } });
  });

  test("to a route of another function finds nothing, even where there is a handler for it", async () => {
    const handlers = { ...handlersOf(), listConfigs: async () => ({ status: 200, body: { configurations: [] } }) };
    for (const handler of [agents(), apiHandler(agentRoutes, handlers, tokenVerifier(POOL, pool.fetch))]) {
      const answer = await callApi(handler, { route: "GET /api/ai-config", token });
      expect(answer).toMatchObject({ status: 404, json: { code: "not_found" } });
    }
  });

  test("names each field at fault, and unknown ones", async () => {
    const body = { name: "", type: "fax", maxMailsPerDay: 0, user_id: "bob", is_active: true };
    const { status, json } = await callApi(agents(), { ...create, body });
    expect(status).toBe(400);
    expect(json).toMatchObject({ type: "about:blank", title: "Bad Request", status: 400, code: "invalid_request" });
    const { errors } = faults.parse(json);
    expect(errors.map(({ field }) => field)).toEqual(["name", "type", "maxMailsPerDay", "user_id", "is_active"]);
    for (const { message } of errors) expect(message).toMatch(/^[A-Z][^"]{5,}/);
  });

  test("never gets a field through that the route does not list", async () => {
    const listed = Object.keys(createAgentBody.shape);
    const unlisted = fc.string({ minLength: 1 }).filter((field) => !listed.includes(field));
    const handler = agents();
    await fc.assert(
      fc.asyncProperty(unlisted, fc.jsonValue(), async (field, value) => {
        const extra = JSON.parse(`{${JSON.stringify(field)}:${JSON.stringify(value)}}`);
        const body = JSON.stringify({ name: "a", type: "email_inbound" }).replace(
          "}",
          `,${JSON.stringify(extra).slice(1)}`,
        );
        expect((await callApi(handler, { ...create, body })).status).toBe(400);
      }),
      { numRuns: 200 },
    );
  });

  test("is answered with a 4xx whatever its body is", async () => {
    const handler = agents();
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.constant(""), fc.constant("[".repeat(60_000)));
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (body, base64) => {
        expect((await callApi(handler, { ...create, body, base64 })).status).toBe(400);
      }),
      { numRuns: 200 },
    );
  });

  test("gets no value of its own back, because it can be a key", async () => {
    const answer = await callApi(agents(), {
      ...create,
      body: `{"name": "sk-secret-value", "type": "sk-secret-value"`,
    });
    expect(answer).toMatchObject({ status: 400, json: { code: "invalid_json" } });
    const wrong = await callApi(agents(), { ...create, body: { name: 5, type: "sk-secret-value" } });
    expect(answer.text + wrong.text).not.toContain("sk-secret");
  });

  test("names no more than 20 fields, however many are wrong", async () => {
    const body = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`field${i}`, 1]));
    const { json } = await callApi(agents(), { ...create, body });
    expect(faults.parse(json).errors).toHaveLength(20);
  });

  test.each([
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["", 415],
    ["application/json; charset=utf-8", 201],
    ["Application/JSON", 201],
  ])("of content type %j is answered with %i", async (type, status) => {
    const body = { name: "a", type: "email_inbound" };
    expect((await callApi(agents(), { ...create, body, headers: { "content-type": type } })).status).toBe(status);
  });

  test("may be 64 KB long and not longer, counted in bytes", async () => {
    const exact = `{"name":"a","type":"email_inbound"}`.padEnd(64 * 1024);
    expect((await callApi(agents(), { ...create, body: exact })).status).toBe(201);
    expect((await callApi(agents(), { ...create, body: `${exact} ` })).status).toBe(413);
    expect((await callApi(agents(), { ...create, body: "é".repeat(40_000) })).status).toBe(413);
  });

  test("for an id that cannot be an id is answered byte for byte like one for an absent thing", async () => {
    const absent = await callApi(agents(), { ...get, params: { id: "a1" } });
    for (const id of ["A1", "../a", "a#b", "a".repeat(81), ""]) {
      const odd = await callApi(agents(), { ...get, params: { id } });
      expect({ status: odd.status, text: odd.text }).toEqual({ status: 404, text: absent.text });
    }
  });
});

describe("the answer", () => {
  afterEach(() => vi.restoreAllMocks());

  test("holds only what its route lists", async () => {
    const body = { ...ROW, ciphertext: "sealed", password: "x" };
    const answer = await callApi(agents({ patchAgent: async () => ({ status: 200, body }) }), {
      route: "PATCH /api/automation/agents/{id}",
      token,
      params: { id: "a1" },
      body: {},
    });
    expect(answer.json).toEqual(ROW);
  });

  test("becomes a 500 without its text if it does not match its route's schema", async () => {
    const lines = logged();
    const broken = Object.assign({ ...ROW }, JSON.parse(`{"name": 5}`));
    const answer = await callApi(agents({ createAgent: async () => ({ status: 201, body: broken }) }), {
      ...create,
      body: { name: "a", type: "email_inbound" },
    });
    expect(answer).toMatchObject({ status: 500, json: { code: "internal" } });
    expect(lines.join()).toContain(`"fields":"name"`);
  });

  test("to an unexpected error tells nothing of it, and its message is not logged", async () => {
    const lines = logged();
    const list = async () => Promise.reject(new Error("sk-secret in a message"));
    const answer = await callApi(agents({ listAgents: list }), { route: "GET /api/automation/agents", token });
    expect(answer).toMatchObject({ status: 500, json: { code: "internal", title: "Internal Server Error" } });
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "request_failed", error: "Error" });
    expect(answer.text + lines.join()).not.toContain("sk-secret");
  });

  test.each(["ThrottlingException", "ProvisionedThroughputExceededException", "TimeoutError"])(
    "to AWS's %s is a 503",
    async (name) => {
      logged();
      const list = async () => Promise.reject(Object.assign(new Error("slow down"), { name }));
      const answer = await callApi(agents({ listAgents: list }), { route: "GET /api/automation/agents", token });
      expect(answer).toMatchObject({ status: 503, json: { code: "unavailable" } });
    },
  );

  test("carries its request's id and keeps out of caches, good or bad", async () => {
    const good = await callApi(agents(), { route: "GET /api/automation/agents", token });
    const bad = await callApi(agents(), { route: "GET /api/automation/agents" });
    for (const { headers } of [good, bad]) {
      expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(good.headers["content-type"]).toBe("application/json");
  });

  test("may set cookies, also when it is a refusal", async () => {
    const refusal = { error: new LatchkeyError("unauthorized"), cookies: ["a=; Max-Age=0"] };
    const answer = await callApi(agents({ listAgents: async () => refusal }), {
      route: "GET /api/automation/agents",
      token,
    });
    expect(answer).toMatchObject({ status: 401, cookies: ["a=; Max-Age=0"] });
  });
});

test("a missing handler or a status that the route does not list does not compile", () => {
  const list = async () => ({ status: 200, body: { agents: [] } }) as const;
  // @ts-expect-error: the other four routes of the function are missing
  const missing: Agents = { listAgents: list };
  // @ts-expect-error: listAgents answers with 200 only
  const wrong: Agents["listAgents"] = async () => ({ status: 201, body: { agents: [] } });
  // @ts-expect-error: a function whose routes take a token needs a verifier
  const open = () => apiHandler(agentRoutes, missing);
  expect([missing, wrong, open]).toHaveLength(3);
});

/** Catches what the code under test logs. */
function logged(): string[] {
  const lines: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  return lines;
}
