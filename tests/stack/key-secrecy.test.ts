import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { REGISTRY } from "../../shared/providers/registry.ts";
import { createAgent, type Person, signUp } from "../support/people.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { allSinks, disguises, Overheard } from "../support/sinks.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";

/** A demo key of the provider's form. Its middle has letters of both cases and digits, so no form of it occurs by chance. */
function demoKey({ id, key }: (typeof REGISTRY)[number], what: string): string {
  const middle = createHash("sha256").update(`${id} ${what}`).digest("base64").replaceAll(/[+/]/g, "").slice(0, 20);
  return `${key.demo.slice(0, key.demo.indexOf("-demo-"))}-demo-${middle}`;
}

const KEYS = REGISTRY.map((row) => ({
  provider: row.id,
  modelName: row.defaultModel,
  apiKey: demoKey(row, "kept"),
  replaced: demoKey(row, "replaced"),
}));

let stack: TestStack;
let alice: Person;
let receiver: Receiver;
const overheard = new Overheard();
/** Whatever the API said, body and headers. */
const said: string[] = [];

async function api(method: string, path: string, body?: unknown) {
  const answer = await stack.api(method, path, { token: alice.token, body });
  said.push(answer.text, JSON.stringify([...answer.headers]));
  return answer;
}

beforeAll(async () => {
  stack = await startTestStack({ onCall: overheard.onCall });
  alice = await signUp(stack, "Alice");
  receiver = await startReceiver();
  expect((await api("POST", "/api/webhooks", { name: "All", url: receiver.url })).status).toBe(201);
});
afterAll(() => Promise.all([stack.stop(), receiver.stop()]));

it.each(KEYS)("a key of $provider is saved, used, refused, replaced and deleted", async (key) => {
  const { provider, modelName, apiKey, replaced } = key;
  const path = `/api/ai-config/${provider}`;
  const config = { provider, modelName, apiKey };
  await api("POST", "/api/ai-config", { ...config, apiKey: replaced });
  expect((await api("POST", "/api/ai-config", config)).status).toBe(200);
  // Bad requests that carry the key must not be quoted back.
  await api("POST", "/api/ai-config", { ...config, temperature: 99 });
  await api("POST", "/api/ai-config", { ...config, apiKey: `${apiKey} ${apiKey}` });
  await api("POST", "/api/ai-config", { ...config, [apiKey]: "an unknown field" });
  expect((await api("PATCH", path, { apiKey, temperature: 0.2 })).status).toBe(200);
  for (const read of ["/api/ai-config", path]) await api("GET", read);

  const agent = await createAgent(stack, alice, { provider });
  const mail = async (text: string) => {
    const id = await stack.sendMail({ from: "carol@customer.example", to: agent.address, subject: text, text });
    const [run] = await stack.waitForRun(id);
    await api("GET", `/api/conversations/${run?.run_id}`);
    return run;
  };
  expect(await mail("an answer")).toMatchObject({ state: "replied" });
  // A provider that repeats the key in its refusal, as some do. The last one comes last: a refused key is not asked with again.
  await stack.answerWith({ status: 400, text: `Bad call with ${apiKey}`, headers: { "x-echo": apiKey }, times: 1 });
  expect(await mail("a bad call")).toMatchObject({ state: "held", reason: "bad_call" });
  await stack.answerWith({ status: 401, text: `Incorrect API key provided: ${apiKey}`, times: 1 });
  expect(await mail("a refusal")).toMatchObject({ state: "held", reason: "key_rejected" });
  for (const read of ["/api/ai-config", "/api/usage", "/api/conversations"]) await api("GET", read);
});

it("no sink contains a whole key in any form, before and after its deletion", async () => {
  const stored = await allSinks(stack);
  for (const { provider } of KEYS) expect((await api("DELETE", `/api/ai-config/${provider}`)).status).toBe(204);
  await api("GET", "/api/ai-config");
  // Each key was refused once, and the owner's program was told so.
  const rejected = () => receiver.calls.filter(({ body }) => body.includes("config.rejected"));
  await expect.poll(() => rejected().length).toBe(KEYS.length);
  const told = receiver.calls.map((call) => ({ name: "webhook", content: Buffer.from(JSON.stringify(call)) }));
  const answers = said.map((text) => ({ name: "API", content: Buffer.from(text) }));
  const sinks = [...stored, ...(await allSinks(stack)), ...overheard.sinks, ...answers, ...told];

  // The search sees the sinks: each is there, and holds what it must hold.
  const { AI_CONFIGURATIONS_TABLE, RUNS_TABLE } = stack.names;
  const holds = (place: string, text: string) =>
    sinks.some(({ name, content }) => name.startsWith(place) && content.includes(text));
  for (const { apiKey } of KEYS) {
    expect(holds(`table:${AI_CONFIGURATIONS_TABLE}.mask`, apiKey.slice(0, 8))).toBe(true);
    expect(holds("API", apiKey.slice(0, 8))).toBe(true);
  }
  expect(holds(`table:${RUNS_TABLE}.state`, "replied")).toBe(true);
  expect(holds("s3:", "carol@customer.example")).toBe(true);
  expect(holds("to sns", "Received")).toBe(true);
  expect(holds("to sqs", "run_id")).toBe(true);
  expect(holds("to dynamodb", "key_rejected")).toBe(true);
  expect(holds("to ses", "SendRawEmail")).toBe(true);
  expect(holds("log", "mail_routed")).toBe(true);
  expect(holds("outbox", "an answer")).toBe(true);

  const found = KEYS.flatMap(({ apiKey, replaced }) => [apiKey, replaced]).flatMap((secret) =>
    Object.entries(disguises(secret)).flatMap(([form, bytes]) =>
      sinks.filter(({ content }) => content.includes(bytes)).map(({ name }) => `${name} holds a key as ${form}`),
    ),
  );
  expect(found).toEqual([]);
});

it("the search finds a key in each of its forms", () => {
  const key = "sk-demo-Qx7Lw2Zr9KfT4bVn8Jc3";
  const forms = disguises(key);
  const surrounded = Buffer.from(`x${key}y`);
  expect(surrounded.includes(forms["raw"] ?? "")).toBe(true);
  for (const offset of [0, 1, 2]) {
    const hidden = Buffer.from(`${"-".repeat(offset)}${key}-- and more`).toString("base64");
    expect(
      Object.entries(forms).some(([form, bytes]) => form.startsWith("base64") && hidden.includes(String(bytes))),
    ).toBe(true);
  }
});
