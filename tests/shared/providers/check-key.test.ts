import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { stubOf } from "../../../local/provider-stub/stubs.ts";
import { checkKey, MOST_MODELS } from "../../../shared/providers/check-key.ts";
import type { CheckResult } from "../../../shared/providers/checked.ts";
import { loadProvider } from "../../../shared/providers/load.ts";
import { providerOf } from "../../../shared/providers/registry.ts";
import { Secret } from "../../../shared/secret.ts";
import { keyFor, modelFor, PROVIDERS, type Provider } from "../../support/providers/calls.ts";
import { anthropic, gemini, openai } from "../../support/providers/fault-bodies.ts";
import { type Fault, type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";

let server: FaultServer;
const net = redirectProviders(() => server.url);
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(async () => {
  net.restore();
  await server.stop();
});
beforeEach(() => {
  net.sent.length = 0;
});

/** Only the path of a list contains this. */
const LISTS: Partial<Record<Provider, string>> = { openai: "/v1/models", gemini: "pageSize=", anthropic: "limit=" };

/** Everything succeeds except the list. */
async function sayOfList(provider: Provider, fault: Fault): Promise<void> {
  server.say(await good(provider));
  server.sayAt("/v1/models/", await good(provider));
  server.sayAt(LISTS[provider] ?? "", fault);
}

const ok = (body: object): Fault => ({ status: 200, body });
/** The stub's answers for a good key, to the questions that we really ask. */
async function good(provider: Provider): Promise<Fault> {
  const model = modelFor(provider);
  const [question] = (await loadProvider(provider)).check(model);
  const json: unknown = typeof question?.init.body === "string" ? JSON.parse(question.init.body) : undefined;
  return ok(stubOf(provider).check(question?.path ?? "", json)?.answer ?? {});
}

const check = async (provider: Provider, model = modelFor(provider), milliseconds = 2_000) =>
  (await report(provider, model, milliseconds)).said;
const report = async (provider: Provider, model = modelFor(provider), milliseconds = 2_000) =>
  checkKey(await loadProvider(provider), { key: new Secret(keyFor(provider)), model }, milliseconds);

const ROWS: Partial<Record<Provider, [says: string, fault: Fault, means: CheckResult][]>> = {
  openai: [
    ["a wrong key", openai(401, "invalid_request_error", "invalid_api_key"), "key_rejected"],
    ["an unknown model", openai(404, "invalid_request_error", "model_not_found"), "model_unavailable"],
    ["no credit", openai(429, "insufficient_quota", "insufficient_quota"), "no_credit"],
    [
      "that the key may not read models",
      openai(403, "invalid_request_error", null, "You have insufficient permissions. Missing scopes: api.model.read."),
      "unverified",
    ],
    ["too many requests", openai(429, "requests", "rate_limit_exceeded"), "unverified"],
    ["a list of addresses that we are not on", openai(401, "x", "ip_not_authorized"), "address_blocked"],
    ["a closed account", openai(401, "x", "account_deactivated"), "account_suspended"],
    ["a spending limit", openai(429, "x", "organization_spend_limit_exceeded"), "no_credit"],
    ["a country that it does not serve", openai(403, "x", "unsupported_country_region_territory"), "unverified"],
  ],
  gemini: [
    [
      "a wrong key",
      gemini(400, "INVALID_ARGUMENT", "API key not valid.", { reason: "API_KEY_INVALID" }),
      "key_rejected",
    ],
    ["a leaked key", gemini(403, "PERMISSION_DENIED", "Your API key was reported as leaked."), "key_rejected"],
    ["an unknown model", gemini(404, "NOT_FOUND", "models/x is not found"), "model_unavailable"],
    ["a model that answers no chat", ok({ supportedGenerationMethods: ["embedContent"] }), "model_unavailable"],
    ["no billing", gemini(403, "PERMISSION_DENIED", "No billing", { reason: "BILLING_DISABLED" }), "no_credit"],
    ["too many requests", gemini(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota"), "unverified"],
    [
      "that its API is not enabled",
      gemini(403, "PERMISSION_DENIED", "No.", { reason: "SERVICE_DISABLED" }),
      "service_disabled",
    ],
    [
      "that the key is for one site",
      gemini(403, "PERMISSION_DENIED", "No.", { reason: "API_KEY_HTTP_REFERRER_BLOCKED" }),
      "address_blocked",
    ],
    [
      "that the key is for other APIs",
      gemini(403, "PERMISSION_DENIED", "No.", { reason: "API_KEY_SERVICE_BLOCKED" }),
      "lacks_rights",
    ],
    [
      "a country that it does not serve",
      gemini(400, "FAILED_PRECONDITION", "User location is not supported for the API use."),
      "unverified",
    ],
  ],
  anthropic: [
    ["a wrong key", anthropic(401, "authentication_error", "invalid x-api-key"), "key_rejected"],
    ["an unknown model", anthropic(404, "not_found_error", "model: claude-x"), "model_unavailable"],
    ["no credit", anthropic(400, "invalid_request_error", "Your credit balance is too low to access"), "no_credit"],
    ["too many requests", anthropic(429, "rate_limit_error", "This request would exceed"), "unverified"],
    ["a country that it does not serve", anthropic(403, "forbidden", "Request not allowed"), "unverified"],
    [
      "a workspace that is archived",
      anthropic(403, "permission_error", "This workspace has been archived."),
      "account_suspended",
    ],
  ],
};

const UNCLEAR: [string, Fault][] = [
  ["an error of its own", { status: 500, body: {} }],
  ["too much load", { status: 529, body: {} }],
  ["a page of a firewall", { status: 403, headers: { "content-type": "text/html" }, body: "<html></html>" }],
  ["an answer of another form", { status: 200, body: { ok: true } }],
  ["no JSON", { status: 200, body: "yes" }],
  ["a redirect", { status: 302, headers: { location: "https://203.0.113.1/" }, body: "" }],
  ["half an answer", "cut amid the answer"],
  ["nothing", "cut before the answer"],
];

describe.each(PROVIDERS)("a check at %s", (provider) => {
  it("accepts a good key, with calls that are not billed and go only to its provider", async () => {
    server.say(await good(provider));
    expect(await check(provider)).toBe("active");
    for (const { url, body } of net.sent) {
      expect(new URL(url).origin).toBe(providerOf(provider).origin);
      expect(url).toMatch(/\/v1(beta)?\/models[/?]|\/v1\/models$|\/moderations$|\/count_tokens$/);
      expect(`${url}${body}`).not.toContain(keyFor(provider));
    }
  });

  it.each(ROWS[provider] ?? [])("that is answered with %s", async (_, fault, means) => {
    server.say(fault);
    expect(await check(provider)).toBe(means);
  });

  it.each(UNCLEAR)("that is answered with %s says nothing about the key", async (_, fault) => {
    server.say(fault);
    expect(await check(provider)).toBe("unverified");
  });

  it("ends by itself if the provider hangs", async () => {
    server.say("hang");
    const hung = check(provider, modelFor(provider), 50);
    expect(await hung).toBe("unverified");
  });
});

it("alerts the operators, not the owner, if the provider refuses calls from our location", async () => {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  server.say(anthropic(403, "forbidden", "Request not allowed"));
  const said = await check("anthropic");
  write.mockRestore();
  expect(said).toBe("unverified");
  expect(lines).not.toEqual([]);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ event: "place_blocked", provider: "anthropic" });
});

it("finds missing credit at OpenAI with a second free call, since reading a model works without credit", async () => {
  server.say(await good("openai"));
  server.sayAt("/moderations", openai(429, "insufficient_quota", "insufficient_quota"));
  expect(await check("openai")).toBe("no_credit");
  server.sayAt("/moderations", openai(401, "invalid_request_error", null, "Missing scopes: model.request"));
  expect(await check("openai")).toBe("active");
});

it("keeps a model's name within the path of one model, whatever it contains", async () => {
  server.say({ status: 404, body: {} });
  for (const name of ["../files", "a/b?c#d", "ft:gpt-4o:org::id"]) await check("openai", name);
  for (const name of ["../files", "a/b?c#d", "models/gemini-2.5-flash"]) await check("gemini", name);
  for (const name of ["../files", "a/b?c#d"]) await check("anthropic", name);
  const urls = net.sent
    .map(({ url }) => new URL(url))
    .filter(({ pathname }) => !/moderations$|count_tokens$/.test(pathname));
  // The paths of the lists, which are the same for every model, and of the one model.
  for (const { pathname, search } of urls) {
    expect(`${pathname}${search}`).toMatch(/^\/v1(beta)?\/models(\/[^/?]+|\?(pageSize|limit)=1000)?$/);
  }
});

describe("what else a check learns", () => {
  it("is OpenAI's day of the model's end, null if it says so, and nothing if it says nothing", async () => {
    const at = async (model: object) => {
      server.say({ status: 404, body: {} });
      server.sayAt("/v1/models/gpt-4", ok({ id: "gpt-4", object: "model", ...model }));
      return report("openai", "gpt-4");
    };
    expect(await at({ shutdown_date: "2027-01-14" })).toEqual({ said: "active", learnt: { endsOn: "2027-01-14" } });
    expect(await at({ shutdown_date: null })).toEqual({ said: "active", learnt: { endsOn: null } });
    expect(await at({})).toEqual({ said: "active", learnt: {} });
    for (const shutdown_date of ["soon", 1_800_000_000, "2027-13-45", { day: 1 }]) {
      const { said, learnt } = await at({ shutdown_date });
      expect([said, learnt.endsOn ?? null]).toEqual(["active", null]);
    }
  });

  it("is Anthropic's day for a model that is not active, also for an alias", async () => {
    const at = async (model: object) => {
      server.say(ok({ input_tokens: 8 }));
      server.sayAt("/v1/models/claude-x", ok({ type: "model", id: "claude-x-20250929", ...model }));
      return (await report("anthropic", "claude-x")).learnt;
    };
    expect(await at({ lifecycle: "deprecated", retires_at: "2026-11-30T00:00:00Z" })).toEqual({ endsOn: "2026-11-30" });
    expect(await at({ lifecycle: "active", retires_at: null })).toEqual({ endsOn: null });
    expect(await at({})).toEqual({});
  });

  it.each<[Provider, object, string[]]>([
    [
      "openai",
      {
        data: [
          { id: "gpt-4o", created: 1 },
          { id: "whisper-1", created: 5 },
          { id: "gpt-6.1-sol", created: 9 },
        ],
      },
      ["gpt-6.1-sol", "gpt-4o"],
    ],
    [
      "gemini",
      {
        models: [
          { name: "models/gemini-4-argon", supportedGenerationMethods: ["generateContent"] },
          { name: "models/embedding-001", supportedGenerationMethods: ["embedContent"] },
          { name: "models/aqa" },
        ],
      },
      ["gemini-4-argon"],
    ],
    [
      "anthropic",
      { data: [{ id: "claude-opus-5-5" }, { id: "claude-2.1", lifecycle: "retired" }, { id: "claude-sonnet-5" }] },
      ["claude-opus-5-5", "claude-sonnet-5"],
    ],
  ])("is the models that a key of %s may use for mails", async (provider, list, models) => {
    await sayOfList(provider, ok(list));
    expect((await report(provider)).learnt.models).toEqual(models);
  });

  it("is at most a hundred names, without long, odd or duplicate names or one that contains the key", async () => {
    server.say({ status: 404, body: {} });
    const key = keyFor("openai");
    const odd = ["x".repeat(101), "a b", "<b>", `gpt-${key}`, "", "gpt-4o", "gpt-4o", "\u202egpt"];
    const ids = [...odd, ...Array.from({ length: 5_000 }, (_, i) => `ft:gpt-4o:org::${i}`)];
    server.sayAt("/v1/models", ok({ id: "x", data: ids.map((id) => ({ id })) }));
    const { models = [] } = (await report("openai")).learnt;
    expect(models).toHaveLength(MOST_MODELS);
    expect(models.slice(0, 2)).toEqual(["gpt-4o", "ft:gpt-4o:org::0"]);
  });

  it.each(PROVIDERS)("never counts against a key of %s: a list may be refused, late or broken", async (provider) => {
    const faults: Fault[] = [
      { status: 401, body: {} },
      { status: 403, body: {} },
      ok({ data: 3, models: "x" }),
      "cut before the answer",
    ];
    for (const fault of faults) {
      await sayOfList(provider, fault);
      expect(await report(provider)).toEqual({ said: "active", learnt: {} });
    }
  });
});
