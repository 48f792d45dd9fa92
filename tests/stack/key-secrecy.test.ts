import { afterAll, beforeAll, expect, it } from "vitest";
import { createAgent, type Person, signUp } from "../support/people.ts";
import { allSinks, disguises } from "../support/sinks.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";

// Its middle has letters of both cases and digits, so that none of its forms occurs by chance.
const KEY = "sk-demo-Qx7Lw2Zr9KfT4bVn8Jc3";
const REPLACED = "sk-demo-Hy5Mu1Pd6GsX0eAo2Rk9";

let stack: TestStack;
let alice: Person;
/** Whatever the API said, body and headers. */
const said: string[] = [];

async function api(method: string, path: string, body?: unknown) {
  const answer = await stack.api(method, path, { token: alice.token, body });
  said.push(answer.text, JSON.stringify([...answer.headers]));
  return answer;
}

beforeAll(async () => {
  stack = await startTestStack();
  alice = await signUp(stack, "Alice");
});
afterAll(() => stack.stop());

it("no sink holds a whole key, in any form, after keys were saved, used, refused, replaced and deleted", async () => {
  const key = { provider: "openai", modelName: "gpt-4" };
  await api("POST", "/api/ai-config", { ...key, apiKey: REPLACED });
  await api("POST", "/api/ai-config", { ...key, apiKey: KEY });
  // Bad requests that carry the key must not be quoted back.
  await api("POST", "/api/ai-config", { ...key, apiKey: KEY, temperature: 99 });
  await api("POST", "/api/ai-config", { ...key, apiKey: `${KEY} ${KEY}` });
  await api("POST", "/api/ai-config", { ...key, [KEY]: "an unknown field" });
  await api("PATCH", "/api/ai-config/openai", { apiKey: KEY, temperature: 0.2 });
  for (const path of ["/api/ai-config", "/api/ai-config/openai"]) await api("GET", path);

  const agent = await createAgent(stack, alice);
  const mail = async (text: string) => {
    const id = await stack.sendMail({ from: "carol@customer.example", to: agent.address, subject: text, text });
    const [run] = await stack.waitForRun(id);
    await api("GET", `/api/conversations/${run?.run_id}`);
    return run;
  };
  expect(await mail("an answer")).toMatchObject({ state: "replied" });
  // A provider that repeats the key in its refusal, as some do.
  await stack.answerWith({ status: 401, text: `Incorrect API key provided: ${KEY}`, times: 1 });
  expect(await mail("a refusal")).toMatchObject({ state: "held", reason: "key_rejected" });
  await stack.answerWith({ status: 400, text: `Bad call with ${KEY}`, headers: { "x-echo": KEY }, times: 1 });
  expect(await mail("a bad call")).toMatchObject({ state: "held", reason: "bad_call" });
  for (const path of ["/api/ai-config", "/api/usage", "/api/conversations"]) await api("GET", path);
  expect((await api("DELETE", "/api/ai-config/openai")).status).toBe(204);
  await api("GET", "/api/ai-config");

  const sinks = [...(await allSinks(stack)), ...said.map((text) => ({ name: "API", content: Buffer.from(text) }))];
  // The search sees the sinks: each kind is there, and holds what it must hold.
  const kinds = new Set(sinks.map(({ name }) => name.split(/[.:]/)[0]));
  expect([...kinds]).toEqual(expect.arrayContaining(["s3", "log", "outbox", "API"]));
  expect(sinks.some(({ name, content }) => name === "API" && content.includes(KEY.slice(0, 9)))).toBe(true);

  const found = [KEY, REPLACED].flatMap((secret) =>
    Object.entries(disguises(secret)).flatMap(([form, bytes]) =>
      sinks.filter(({ content }) => content.includes(bytes)).map(({ name }) => `${name} holds the key as ${form}`),
    ),
  );
  expect(found).toEqual([]);
});

it("the search finds a key in each of its forms", () => {
  const forms = disguises(KEY);
  const surrounded = Buffer.from(`x${KEY}y`);
  expect(surrounded.includes(forms["raw"] ?? "")).toBe(true);
  for (const offset of [0, 1, 2]) {
    const hidden = Buffer.from(`${"-".repeat(offset)}${KEY}-- and more`).toString("base64");
    expect(
      Object.entries(forms).some(([form, bytes]) => form.startsWith("base64") && hidden.includes(String(bytes))),
    ).toBe(true);
  }
});
