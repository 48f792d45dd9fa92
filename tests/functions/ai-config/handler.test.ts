import { CreateQueueCommand } from "@aws-sdk/client-sqs";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aiConfigHandlers } from "../../../functions/ai-config/handler.ts";
import { redirectFetch } from "../../../local/functions/provider-seam.ts";
import { type ProviderStub, startProviderStub } from "../../../local/provider-stub/provider-stub.ts";
import { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import { fingerprint } from "../../../shared/ai-configs/mask.ts";
import { KeyOpener, KeySealer } from "../../../shared/ai-configs/vault.ts";
import { modelList, providerList } from "../../../shared/api/ai-config-schemas.ts";
import { aiConfigRoutes } from "../../../shared/api/routes/ai-config.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { HourlyLimit, KEY_CHECKS } from "../../../shared/limits/hourly-limit.ts";
import { PROVIDERS, type Provider, providerOf, REGISTRY } from "../../../shared/providers/registry.ts";
import { JobQueue } from "../../../shared/runs/job-queue.ts";
import { UserStore } from "../../../shared/users/user-store.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { MARK_TABLES } from "../../support/tables.ts";
import { takeMessages } from "../../support/take-messages.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
const realFetch = globalThis.fetch;
let dynamo: TestDynamo;
let aws: TestAws;
let stub: ProviderStub;
let queueUrl = "";
let configs: ConfigStore;
let handler: unknown;
let user = "";
let users = 0;

beforeAll(async () => {
  [dynamo, aws, stub] = await Promise.all([
    startDynamo({
      users: { partition: "user_id" },
      configs: { partition: "user_id", sort: "provider" },
      ...MARK_TABLES,
    }),
    startTestAws(),
    startProviderStub(),
  ]);
  globalThis.fetch = redirectFetch(realFetch, { stub: stub.url, jwks: {} });
  queueUrl = (await aws.sqs.send(new CreateQueueCommand({ QueueName: "jobs" }))).QueueUrl ?? "";
  configs = new ConfigStore(dynamo.db, "configs");
  const sealer = new KeySealer(aws.kms, aws.keyArn);
  const users = new UserStore(dynamo.db, "users");
  const checks = new HourlyLimit(dynamo.db, "hourly-limits", KEY_CHECKS);
  const jobs = new JobQueue(aws.sqs, queueUrl);
  const handlers = aiConfigHandlers({ configs, users, sealer, checks, jobs, now: () => new Date() });
  handler = apiHandler(aiConfigRoutes, handlers, tokenVerifier(POOL, pool.fetch));
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await Promise.all([dynamo.stop(), aws.stop(), stub.stop()]);
});
beforeEach(async () => {
  users += 1;
  user = `user${users}`;
  await new UserStore(dynamo.db, "users").add({ user_id: user, email: "", name: "", created_at: "" });
});

const as = (who = user) => ({ token: pool.token(who) });
const MODELS: Record<string, string> = { openai: "gpt-4", gemini: "gemini-2.5-flash", anthropic: "claude-sonnet-4-5" };
const save = (provider: string, apiKey: string, more: object = {}, query = {}) => {
  const body = { provider, apiKey, ...(MODELS[provider] && { modelName: MODELS[provider] }), ...more };
  return callApi(handler, { route: "POST /api/ai-config", ...as(), body, query });
};
const list = (who?: string) => callApi(handler, { route: "GET /api/ai-config", ...as(who) });
const one = (method: string, provider: string, body?: object, who?: string) =>
  callApi(handler, {
    route: `${method} /api/ai-config/{provider}${provider.endsWith("/verify") ? "/verify" : ""}`,
    ...as(who),
    params: { provider: provider.replace("/verify", "") },
    body,
  });
/** Takes all jobs off the queue, and returns those of this test's user. */
const jobsSent = async () => (await takeMessages(aws.sqs, queueUrl)).filter((body) => Object(body).user_id === user);
const KEY = "sk-proj-demo-abcdefghijk";

describe("the founding document's contract", () => {
  test("a saved key is answered with its masked row and the document's defaults", async () => {
    const { status, json } = await save("openai", KEY);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      user_id: user,
      provider: "openai",
      api_key: "sk-proj-...",
      key_fingerprint: fingerprint(KEY),
      model_name: "gpt-4",
      temperature: 0.7,
      max_tokens: 500,
      is_default: true,
      status: "active",
      last_used_at: null,
      checked_at: expect.any(String),
    });
  });

  test("a token limit that is too long for five minutes is accepted with a warning", async () => {
    expect((await save("openai", KEY)).json).toMatchObject({ warnings: [] });
    const { status, json } = await save("openai", KEY, { modelName: "gpt-5", maxTokens: 100_000 });
    expect(status).toBe(200);
    expect(json).toMatchObject({ max_tokens: 100_000, warnings: [expect.stringContaining("five minutes")] });
  });

  test("the list has the default's fields at its top and every row below", async () => {
    expect((await list()).json).toEqual({ configs: [] });
    await save("openai", KEY);
    const gemini = await save("gemini", "AIza-demo-of-alice-0123456789", { isDefault: true });
    const { json } = await list();
    expect(json).toMatchObject(gemini.json ?? {});
    expect(json).toMatchObject({ provider: "gemini", configs: [{ provider: "openai" }, { provider: "gemini" }] });
  });

  test("replacing a key answers 200, keeps the id, and distinguishes the keys", async () => {
    const first = await save("anthropic", "sk-ant-api03-demo-first-key-of-alice");
    const second = await save("anthropic", "sk-ant-api03-demo-second-key-of-alice", { temperature: 0, maxTokens: 9 });
    expect(second.status).toBe(200);
    expect(second.json).toMatchObject({ api_key: "sk-ant-api...", temperature: 0, max_tokens: 9 });
    expect(second.json).not.toMatchObject({ key_fingerprint: fingerprint("sk-ant-api03-demo-first-key-of-alice") });
    expect(await one("GET", "anthropic")).toMatchObject({ status: 200, text: second.text });
    expect(first.status).toBe(201);
  });

  test("a row is patched field by field and deleted for good", async () => {
    await save("openai", KEY);
    const patched = await one("PATCH", "openai", { maxTokens: 77 });
    expect(patched).toMatchObject({ status: 200, json: { max_tokens: 77, model_name: "gpt-4", temperature: 0.7 } });
    expect((await one("PATCH", "openai", { apiKey: "sk-proj-demo-another-one-" })).json).toMatchObject({
      key_fingerprint: fingerprint("sk-proj-demo-another-one-"),
    });
    expect(await one("DELETE", "openai")).toMatchObject({ status: 204, text: "" });
    expect((await one("DELETE", "openai")).status).toBe(404);
    expect((await list()).json).toEqual({ configs: [] });
  });
});

describe("the key", () => {
  test("is stored sealed under its owner and provider, and appears in no answer", async () => {
    const answers = [await save("openai", KEY), await list(), await one("GET", "openai")];
    answers.push(await one("PATCH", "openai", { temperature: 1 }), await save("openai", KEY));
    expect(answers.map(({ text }) => text).join()).not.toContain(KEY.slice(0, 11));
    const { Items = [] } = await dynamo.db.send(new ScanCommand({ TableName: "configs" }));
    const stored = Items.find((item) => item["user_id"] === user) ?? {};
    const texts = Object.values(stored).map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value));
    expect(texts.map((text) => text.toString()).join()).not.toContain(KEY.slice(0, 11));
    const row = await configs.get(user, "openai");
    const opened = row && (await new KeyOpener(aws.kms, aws.keyArn).open(user, "openai", row.ciphertext));
    expect(opened?.reveal()).toBe(KEY);
  });

  test.each(["short", "has a space in it", "sk-ünïcode-key", "x".repeat(513)])("is not %j", async (apiKey) => {
    const answer = await save("openai", apiKey);
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ field: "apiKey" }] } });
    expect(answer.text).not.toContain(apiKey);
  });
});

describe("the default", () => {
  const defaults = async () => {
    const { configs: rows = [] }: { configs?: { provider: string; is_default: boolean }[] } = Object(
      (await list()).json,
    );
    return rows.filter((row) => row.is_default).map(({ provider }) => provider);
  };

  test("is the oldest row until one is chosen, and again when that one is deleted", async () => {
    await save("openai", KEY);
    await save("gemini", "AIza-demo-of-alice-0123456789");
    expect(await defaults()).toEqual(["openai"]);
    await one("PATCH", "gemini", { isDefault: true });
    expect(await defaults()).toEqual(["gemini"]);
    await one("DELETE", "gemini");
    expect(await defaults()).toEqual(["openai"]);
    await save("gemini", "AIza-demo-of-alice-0123456789");
    expect(await defaults()).toEqual(["openai"]);
  });

  test("stays the same when its key is replaced", async () => {
    await save("openai", KEY);
    await save("gemini", "AIza-demo-of-alice-0123456789");
    await save("openai", `${KEY}-2`);
    expect(await defaults()).toEqual(["openai"]);
  });

  test("moves on with isDefault false, but not when isDefault is missing", async () => {
    await save("openai", KEY);
    await save("gemini", "AIza-demo-of-alice-0123456789", { isDefault: true });
    await save("gemini", "AIza-demo-of-alice-9876543210");
    await one("PATCH", "gemini", { temperature: 1 });
    expect(await defaults()).toEqual(["gemini"]);
    await one("PATCH", "gemini", { isDefault: false });
    expect(await defaults()).toEqual(["openai"]);
  });

  test("is exactly one row after concurrent changes", async () => {
    const keys = { openai: KEY, gemini: "AIza-demo-of-alice-0123456789", anthropic: "sk-ant-api03-demo-of-alice" };
    const saves = Object.entries(keys).map(([provider, key]) => save(provider, key, { isDefault: true }));
    const changes = [...saves, one("PATCH", "openai", { isDefault: false }), one("DELETE", "gemini")];
    await Promise.all(changes);
    expect(await defaults()).toHaveLength(1);
  });
});

describe("a key is checked before it is stored", () => {
  const DEMO = REGISTRY.map(({ id, key, defaultModel }) => {
    const begin = key.demo.slice(0, key.demo.indexOf("-demo-") + "-demo-".length);
    return [id, begin, defaultModel] as const;
  });

  test.each(DEMO)(
    "at %s: rejected, without credit and without the model are three different answers, and none stores the key",
    async (provider, begin, modelName) => {
      const codes = [];
      for (const [key, model] of [
        ["bad-key", modelName],
        ["nocredit-key", modelName],
        ["good-key", "no-such-model"],
      ]) {
        const { status, json } = await save(provider, `${begin}${key}`, { modelName: model });
        codes.push([status, Object(json).code]);
      }
      expect(codes).toEqual([
        [422, "key_rejected"],
        [422, "no_credit"],
        [422, "model_unavailable"],
      ]);
      expect((await list()).json).toEqual({ configs: [] });
      expect(await jobsSent()).toEqual([]);
    },
  );

  test.each(REGISTRY)("at $id: an answer about something to fix there names the page", async (row) => {
    const { json } = await save(row.id, row.key.demo.replace("-demo-", "-demo-nocredit-"));
    expect(Object(json).detail).toContain(row.pages.billing);
    expect(Object((await save(row.id, row.key.demo.replace("-demo-", "-demo-bad-"))).json).detail).not.toContain(
      "https:",
    );
  });

  test.each(DEMO)("at %s: while the provider is down, the key is stored as unverified", async (provider, begin) => {
    const { status, json } = await save(provider, `${begin}down-key`);
    expect(status).toBe(201);
    expect(json).toMatchObject({ status: "unverified", checked_at: expect.any(String) });
  });

  test("and is stored unchecked if its owner says so", async () => {
    const answer = await save("openai", "sk-demo-bad-key", {}, { verify: "false" });
    expect(answer).toMatchObject({ status: 201, json: { status: "unverified", checked_at: null } });
  });

  test("a refused key leaves the stored one unchanged", async () => {
    const { json } = await save("openai", KEY);
    expect((await save("openai", "sk-demo-bad-key")).status).toBe(422);
    expect((await one("PATCH", "openai", { apiKey: "sk-demo-bad-key" })).status).toBe(422);
    expect((await one("GET", "openai")).json).toEqual(json);
  });

  test("at most 20 times an hour, even if every key is refused", async () => {
    for (let i = 0; i < KEY_CHECKS.perHour; i += 1) await save("openai", `sk-demo-bad-${i}-key`);
    const answer = await save("openai", KEY);
    expect(answer).toMatchObject({ status: 429, json: { code: "too_many_requests" } });
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect((await callApi(handler, { route: "GET /api/ai-config", ...as(`not-${user}`) })).status).toBe(200);
  });

  test.each(["true", "false"])("and another model counts as a key does, with verify=%s", async (verify) => {
    await save("openai", KEY);
    await jobsSent();
    const change = (modelName: string) => save("openai", "", { modelName }, { verify });
    for (let i = 1; i < KEY_CHECKS.perHour; i += 1) await change(i % 2 === 0 ? "gpt-4" : "gpt-4o");
    const before = (await one("GET", "openai")).json;
    expect(await change("gpt-4")).toMatchObject({ status: 429, json: { code: "too_many_requests" } });
    expect((await one("GET", "openai")).json).toEqual(before);
    expect(await jobsSent()).toHaveLength(KEY_CHECKS.perHour - 1);
    expect((await save("openai", "", { modelName: "gpt-4o", temperature: 1 })).status).toBe(200);
  });
});

describe("an empty key", () => {
  test("keeps the stored key, whatever else is sent", async () => {
    const { json } = await save("openai", KEY);
    const { key_fingerprint, created_at } = Object(json);
    expect(await save("openai", "", { temperature: 1 })).toMatchObject({
      status: 200,
      json: { key_fingerprint, created_at, temperature: 1, status: "active" },
    });
    expect(await one("PATCH", "openai", { apiKey: "  ", maxTokens: 9 })).toMatchObject({
      status: 200,
      json: { key_fingerprint, max_tokens: 9, temperature: 1 },
    });
  });

  test("is refused if no key is stored", async () => {
    const answer = await save("openai", "");
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ field: "apiKey" }] } });
  });
});

describe("settings that no provider would accept", () => {
  test.each([
    ["openai", "sk-ant-api03-demo-0123456789", "Anthropic"],
    ["openai", "AIzaSyDemo0123456789", "Google Gemini"],
    ["gemini", "sk-proj-demo-0123456789", "OpenAI"],
    ["anthropic", "sk-proj-demo-0123456789", "OpenAI"],
    ["anthropic", "gsk_demo0123456789", "Groq"],
  ])("%s: the key %s is said to look like one of %s", async (provider, apiKey, whose) => {
    const { status, json, text } = await save(provider, apiKey);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: "invalid_request", errors: [{ field: "apiKey" }] });
    expect(Object(json).errors[0].message).toContain(`a key of ${whose},`);
    expect(text).not.toContain(apiKey);
  });

  test.each([
    ["an emoji in it", "sk-demo-😀-0123456789"],
    ["a control character in it", "sk-demo-\u0007-0123456789"],
    ["a line break in it", "sk-demo-01234\n56789"],
    ["60 KB of it", `sk-demo-${"x".repeat(60_000)}`],
  ])("a key with %s", async (_, apiKey) => {
    const answer = await save("openai", apiKey);
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ field: "apiKey" }] } });
  });

  test("a key of 10 MB is refused because the route reads less", async () => {
    expect((await save("openai", `sk-demo-${"x".repeat(10_000_000)}`)).status).toBe(413);
  });

  test.each<[Provider, object, string]>([
    ["anthropic", { temperature: 1.5 }, "temperature"],
    ["openai", { temperature: 2.5 }, "temperature"],
    ["openai", { temperature: -0.1 }, "temperature"],
    ["openai", { maxTokens: 0 }, "maxTokens"],
    ["openai", { maxTokens: 8_193 }, "maxTokens"],
    ["openai", { modelName: "claude-sonnet-4-5" }, "modelName"],
    ["gemini", { modelName: "gpt-4" }, "modelName"],
    ["anthropic", { modelName: "gemini-2.5-flash" }, "modelName"],
    ["openai", { modelName: "text-embedding-3-small" }, "modelName"],
  ])("%s: the settings %j, by the name of the field", async (provider, settings, field) => {
    const answer = await save(provider, providerOf(provider).key.demo, settings);
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ field }] } });
  });

  test("are refused in a patch too, unless the row already had them", async () => {
    await save("openai", KEY, { maxTokens: 8_000 });
    expect(await one("PATCH", "openai", { modelName: "gpt-3.5-turbo" })).toMatchObject({
      status: 400,
      json: { errors: [{ field: "maxTokens" }] },
    });
    await configs.patch(user, "openai", { max_tokens: 9_000 }, new Date());
    expect((await one("PATCH", "openai", { isDefault: true })).status).toBe(200);
  });

  test("a key of an unknown form with spaces around it is left to the provider's judgement", async () => {
    expect((await save("openai", "  new-shape-demo-0123456789\n")).status).toBe(201);
    expect((await save("gemini", "AQ.demo-demo-0123456789")).status).toBe(201);
  });
});

test("without a model name the provider's default model is stored, and a later save keeps the stored one", async () => {
  expect((await save("gemini", "AIza-demo-0123456789", { modelName: undefined })).json).toMatchObject({
    model_name: "gemini-3.8-flash",
  });
  await one("PATCH", "gemini", { modelName: "gemini-2.5-pro" });
  expect((await save("gemini", "AIza-demo-9876543210", { modelName: undefined })).json).toMatchObject({
    model_name: "gemini-2.5-pro",
  });
});

test("every provider is listed with the facts for people, and with a demo key of its own form on one machine", async () => {
  const { status, json } = await callApi(handler, { route: "GET /api/ai-config/providers", ...as() });
  expect(status).toBe(200);
  const { providers } = providerList.parse(json);
  expect(providers.map(({ id }) => id)).toEqual(PROVIDERS);
  expect(providers[0]).toEqual({
    id: "openai",
    name: "OpenAI",
    keys_page: "https://platform.openai.com/api-keys",
    billing_page: "https://platform.openai.com/settings/organization/billing",
    mend_pages: expect.objectContaining({
      rejected: "https://platform.openai.com/api-keys",
      no_credit: "https://platform.openai.com/settings/organization/billing",
      address_blocked: "https://platform.openai.com/settings/organization/security/ip-allowlist",
    }),
    key_looks_like: "sk-...",
    demo_key: "sk-demo-0123456789abcdef",
    default_model: "gpt-6-luna",
  });
  for (const { id, demo_key } of providers) expect((await save(id, demo_key)).json).toMatchObject({ status: "active" });
});

test.each(REGISTRY.filter(({ prices }) => prices !== null).map(({ id }) => id))(
  "the models of %s are listed with prices, the default one among them",
  async (provider) => {
    const { status, json } = await callApi(handler, {
      route: "GET /api/ai-config/models",
      ...as(),
      query: { provider },
    });
    expect(status).toBe(200);
    const { default_model, models } = modelList.parse(json);
    expect(models.map(({ name }) => name)).toContain(default_model);
    expect(models.length).toBeGreaterThan(5);
    for (const model of models) expect(model.usd_per_million_output).toBeGreaterThan(0);
  },
);

describe("models of the owner's own key", () => {
  const models = async (provider: string) =>
    modelList.parse(
      (await callApi(handler, { route: "GET /api/ai-config/models", ...as(), query: { provider } })).json,
    );

  test("are listed once the provider has reported them, and are not part of the row", async () => {
    expect(await models("openai")).toMatchObject({ known_from: "list" });
    const { text } = await save("openai", KEY, { modelName: "gpt-6-luna" });
    expect(text).not.toContain("gpt-6.1-sol");
    const { known_from, models: listed } = await models("openai");
    expect(known_from).toBe("key");
    expect(listed).toContainEqual(
      expect.objectContaining({ name: "gpt-6.1-sol", usd_per_million_input: 2, ends_on: null }),
    );
    expect(await models("gemini")).toMatchObject({ known_from: "list" });
  });

  test("are forgotten with the key when another key is stored without a check", async () => {
    await save("openai", KEY);
    await save("openai", "sk-demo-another-0123456789", {}, { verify: "false" });
    expect(await models("openai")).toMatchObject({ known_from: "list" });
  });
});

describe("the end of a model", () => {
  test("is shown with its successor, and a change of the model shows at once", async () => {
    const saved = await save("openai", KEY, { modelName: "gpt-5" });
    expect(saved.json).toMatchObject({ model_ends_on: "2026-12-11", model_successor: "gpt-6.1-sol" });
    const patched = await one("PATCH", "openai", { modelName: "gpt-6.1-sol" });
    expect(patched.json).toMatchObject({ model_ends_on: null, model_successor: null });
  });

  test("is the one that the provider reported, even if none is published, and is forgotten with the model", async () => {
    await save("openai", KEY, { modelName: "gpt-6-luna" });
    const row = await configs.get(user, "openai");
    if (row === undefined) throw new Error("It was saved");
    await configs.markChecked(row, "active", new Date(), { endsOn: "2030-01-01", models: ["gpt-6-luna"] });
    expect((await one("GET", "openai")).json).toMatchObject({ model_ends_on: "2030-01-01", model_successor: null });
    expect((await one("PATCH", "openai", { modelName: "gpt-6-sol" })).json).toMatchObject({ model_ends_on: null });
  });
});

describe("a price that the owner gives", () => {
  const price = { usdPerMillionInput: 2, usdPerMillionOutput: 8 };
  const mine = { modelName: "gpt-in-house" };
  const stored = { model: "gpt-in-house", usd_per_million_input: 2, usd_per_million_output: 8 };

  test("is stored with its model, and requeues what waited for a price", async () => {
    expect((await save("openai", KEY, mine)).json).toMatchObject({ owner_price: null });
    await jobsSent();
    expect((await one("PATCH", "openai", { ownerPrice: price })).json).toMatchObject({ owner_price: stored });
    expect(await jobsSent()).toEqual([{ kind: "release", user_id: user, mended: "key" }]);
    expect((await one("PATCH", "openai", { temperature: 1 })).json).toMatchObject({ owner_price: stored });
    expect((await save("openai", KEY, mine)).json).toMatchObject({ owner_price: stored });
    expect((await one("PATCH", "openai", { modelName: "gpt-other" })).json).toMatchObject({ owner_price: null });
    expect((await one("PATCH", "openai", mine)).json).toMatchObject({ owner_price: stored });
    const cached = await one("PATCH", "openai", { ownerPrice: { ...price, usdPerMillionCached: 0 } });
    expect(cached.json).toMatchObject({ owner_price: { ...stored, usd_per_million_cached: 0 } });
    expect((await one("PATCH", "openai", { ownerPrice: null })).json).toMatchObject({ owner_price: null });
  });

  test("may come with a new key too", async () => {
    expect((await save("openai", KEY, { ...mine, ownerPrice: price })).json).toMatchObject({ owner_price: stored });
  });

  test("is refused if a list has the model, with the model's name and the list", async () => {
    await save("openai", KEY);
    const { status, json } = await one("PATCH", "openai", { ownerPrice: price });
    expect(status).toBe(400);
    expect(json).toMatchObject({
      errors: [{ field: "ownerPrice", message: expect.stringContaining("gpt-4 in @pydantic") }],
    });
    expect((await one("PATCH", "openai", { ...mine, ownerPrice: price })).json).toMatchObject({ owner_price: stored });
  });

  test.each([
    { usdPerMillionInput: -1, usdPerMillionOutput: 1 },
    { usdPerMillionInput: 1 },
    { usdPerMillionInput: 1, usdPerMillionOutput: 10_001 },
    { usdPerMillionInput: "1", usdPerMillionOutput: 1 },
    { ...price, currency: "EUR" },
  ])("is refused as %o", async (ownerPrice) => {
    await save("openai", KEY, mine);
    expect((await one("PATCH", "openai", { ownerPrice })).status).toBe(400);
  });
});

describe("jobs for the runner", () => {
  test("storing a key requeues the mails that were held for lack of one", async () => {
    await save("openai", KEY);
    expect(await jobsSent()).toEqual([{ kind: "release", user_id: user, mended: "key" }]);
  });

  test("a check of the stored key, or of another model for it, is left to the runner", async () => {
    const { json } = await save("openai", KEY);
    await jobsSent();
    const asked = await one("POST", "openai/verify");
    expect(asked).toMatchObject({ status: 202, json: { id: Object(json).id } });
    await one("PATCH", "openai", { modelName: "gpt-4o" });
    await one("PATCH", "openai", { modelName: "gpt-4o", temperature: 1 });
    const verify = { kind: "verify", user_id: user, provider: "openai" };
    const mended = { kind: "release", user_id: user, mended: "settings" };
    expect(await jobsSent()).toEqual([verify, verify, mended]);
  });

  test.each([{ maxTokens: 300 }, { temperature: 1 }])(
    "the changed settings %j requeue what they held",
    async (change) => {
      await save("openai", KEY);
      await jobsSent();
      await one("PATCH", "openai", change);
      expect(await jobsSent()).toEqual([{ kind: "release", user_id: user, mended: "settings" }]);
      await one("PATCH", "openai", change);
      expect(await jobsSent()).toEqual([]);
    },
  );

  test("another default requeues what was held for the previous one", async () => {
    await save("openai", KEY);
    await save("anthropic", "sk-ant-test-0123456789");
    await jobsSent();
    await one("PATCH", "anthropic", { isDefault: true });
    await one("PATCH", "anthropic", { isDefault: true });
    expect(await jobsSent()).toEqual([{ kind: "release", user_id: user, mended: "key" }]);
  });

  test("no key is checked for a user without a key", async () => {
    expect((await one("POST", "openai/verify")).status).toBe(404);
    expect(await jobsSent()).toEqual([]);
  });
});

test("the answer about another user's row is the same byte for byte as for a missing one", async () => {
  await save("openai", KEY);
  const owned = (await one("GET", "openai")).text;
  const mallory = `mallory-of-${user}`;
  for (const [method, body] of [["GET"], ["PATCH", { temperature: 1 }], ["DELETE"]] as const) {
    const foreign = await one(method, "openai", body, mallory);
    const absent = await one(method, "gemini", body, mallory);
    const impossible = await one(method, "no#provider", body, mallory);
    expect(foreign.status).toBe(404);
    expect(new Set([foreign.text, absent.text, impossible.text]).size).toBe(1);
  }
  expect((await list(mallory)).json).toEqual({ configs: [] });
  expect((await one("GET", "openai")).text).toBe(owned);
});
