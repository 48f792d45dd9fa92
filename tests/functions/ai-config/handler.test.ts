import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aiConfigHandlers } from "../../../functions/ai-config/handler.ts";
import { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import { fingerprint } from "../../../shared/ai-configs/mask.ts";
import { KeyOpener, KeySealer } from "../../../shared/ai-configs/vault.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { UserStore } from "../../../shared/users/user-store.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
let dynamo: TestDynamo;
let aws: TestAws;
let configs: ConfigStore;
let handler: unknown;
let user = "";
let users = 0;

beforeAll(async () => {
  [dynamo, aws] = await Promise.all([
    startDynamo({ users: { partition: "user_id" }, configs: { partition: "user_id", sort: "provider" } }),
    startTestAws(),
  ]);
  configs = new ConfigStore(dynamo.db, "configs");
  const sealer = new KeySealer(aws.kms, aws.keyArn);
  const handlers = aiConfigHandlers({ configs, users: new UserStore(dynamo.db, "users"), sealer });
  handler = apiHandler("ai-config", handlers, tokenVerifier(POOL, pool.fetch));
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));
beforeEach(async () => {
  users += 1;
  user = `user${users}`;
  await new UserStore(dynamo.db, "users").add({ user_id: user, email: "", name: "", created_at: "" });
});

const as = (who = user) => ({ token: pool.token(who) });
const save = (provider: string, apiKey: string, more: object = {}) =>
  callApi(handler, { route: "POST /api/ai-config", ...as(), body: { provider, apiKey, modelName: "gpt-4", ...more } });
const list = (who?: string) => callApi(handler, { route: "GET /api/ai-config", ...as(who) });
const one = (method: string, provider: string, body?: object, who?: string) =>
  callApi(handler, { route: `${method} /api/ai-config/{provider}`, ...as(who), params: { provider }, body });
const KEY = "sk-proj-abcdefghijklmnop";

describe("the founding document's contract", () => {
  test("a saved key is answered with its masked row, and the defaults of the document", async () => {
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
      status: "unverified",
      last_used_at: null,
    });
  });

  test("the list has the default's fields at its top and every row below", async () => {
    expect((await list()).json).toEqual({ configs: [] });
    await save("openai", KEY);
    const gemini = await save("gemini", "AIza-of-alice-0123456789", { isDefault: true });
    const { json } = await list();
    expect(json).toMatchObject(gemini.json ?? {});
    expect(json).toMatchObject({ provider: "gemini", configs: [{ provider: "openai" }, { provider: "gemini" }] });
  });

  test("replacing a key answers 200, keeps the id, and tells the keys apart", async () => {
    const first = await save("anthropic", "sk-ant-api03-first-key-of-alice");
    const second = await save("anthropic", "sk-ant-api03-second-key-of-alice", { temperature: 0, maxTokens: 9 });
    expect(second.status).toBe(200);
    expect(second.json).toMatchObject({ api_key: "sk-ant-api...", temperature: 0, max_tokens: 9 });
    expect(second.json).not.toMatchObject({ key_fingerprint: fingerprint("sk-ant-api03-first-key-of-alice") });
    expect(await one("GET", "anthropic")).toMatchObject({ status: 200, text: second.text });
    expect(first.status).toBe(201);
  });

  test("a row is patched field by field and deleted for good", async () => {
    await save("openai", KEY);
    const patched = await one("PATCH", "openai", { maxTokens: 77 });
    expect(patched).toMatchObject({ status: 200, json: { max_tokens: 77, model_name: "gpt-4", temperature: 0.7 } });
    expect((await one("PATCH", "openai", { apiKey: "sk-proj-another-one-" })).json).toMatchObject({
      key_fingerprint: fingerprint("sk-proj-another-one-"),
    });
    expect(await one("DELETE", "openai")).toMatchObject({ status: 204, text: "" });
    expect((await one("DELETE", "openai")).status).toBe(404);
    expect((await list()).json).toEqual({ configs: [] });
  });
});

describe("the key", () => {
  test("is stored sealed, under its owner and provider, and comes back in no answer", async () => {
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
    await save("gemini", "AIza-of-alice-0123456789");
    expect(await defaults()).toEqual(["openai"]);
    await one("PATCH", "gemini", { isDefault: true });
    expect(await defaults()).toEqual(["gemini"]);
    await one("DELETE", "gemini");
    expect(await defaults()).toEqual(["openai"]);
    await save("gemini", "AIza-of-alice-0123456789");
    expect(await defaults()).toEqual(["openai"]);
  });

  test("stays where it is when its key is replaced", async () => {
    await save("openai", KEY);
    await save("gemini", "AIza-of-alice-0123456789");
    await save("openai", `${KEY}-2`);
    expect(await defaults()).toEqual(["openai"]);
  });

  test("is handed on by isDefault false, but not by leaving isDefault out", async () => {
    await save("openai", KEY);
    await save("gemini", "AIza-of-alice-0123456789", { isDefault: true });
    await save("gemini", "AIza-of-alice-9876543210");
    await one("PATCH", "gemini", { temperature: 1 });
    expect(await defaults()).toEqual(["gemini"]);
    await one("PATCH", "gemini", { isDefault: false });
    expect(await defaults()).toEqual(["openai"]);
  });

  test("is exactly one row after changes that race", async () => {
    const keys = { openai: KEY, gemini: "AIza-of-alice-0123456789", anthropic: "sk-ant-api03-of-alice" };
    const saves = Object.entries(keys).map(([provider, key]) => save(provider, key, { isDefault: true }));
    const changes = [...saves, one("PATCH", "openai", { isDefault: false }), one("DELETE", "gemini")];
    await Promise.all(changes);
    expect(await defaults()).toHaveLength(1);
  });
});

test("another user's row is answered byte for byte like one that is not there", async () => {
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
