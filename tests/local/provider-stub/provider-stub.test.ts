import Anthropic from "@anthropic-ai/sdk";
import { GoogleGenerativeAI } from "@google/generative-ai";
import OpenAI from "openai";
import { afterEach, beforeEach, expect, test } from "vitest";
import { redirectFetch } from "../../../local/functions/provider-seam.ts";
import { type ProviderStub, startProviderStub } from "../../../local/provider-stub/provider-stub.ts";
import { scriptedAnswer } from "../../../local/provider-stub/script.ts";
import { fingerprint } from "../../../shared/ai-configs/mask.ts";

const real = globalThis.fetch;
let stub: ProviderStub;
beforeEach(async () => {
  stub = await startProviderStub();
  globalThis.fetch = redirectFetch(real, { stub: stub.url, jwks: {} });
});
afterEach(async () => {
  globalThis.fetch = real;
  await stub.stop();
});

const say = (answer: object) => stub.script.set(scriptedAnswer.parse(answer));
const messages = [{ role: "user" as const, content: "Where is my parcel?" }];

function askOpenAI(signal?: AbortSignal) {
  const client = new OpenAI({ apiKey: "sk-demo-alice", maxRetries: 0 });
  const system = { role: "system" as const, content: "Be kind." };
  return client.chat.completions.create(
    { model: "gpt-4", messages: [system, ...messages] },
    { ...(signal && { signal }) },
  );
}

function askAnthropic() {
  const client = new Anthropic({ apiKey: "sk-ant-demo-bob", maxRetries: 0 });
  return client.messages.create({ model: "claude", max_tokens: 9, system: "Be kind.", messages });
}

async function askGemini() {
  const model = new GoogleGenerativeAI("AIza-demo-bob").getGenerativeModel({
    model: "gemini-2.5-flash",
    systemInstruction: "Be kind.",
  });
  return (await model.generateContent({ contents: [{ role: "user", parts: [{ text: "Where is my parcel?" }] }] }))
    .response;
}

test("each SDK reads the scripted text and usage, and the journal records each question with its key", async () => {
  say({ text: "At the door.", usage: { input: 30, output: 20, cached: 5, reasoning: 7 } });
  const [openai, anthropic, gemini] = await Promise.all([askOpenAI(), askAnthropic(), askGemini()]);

  expect(openai.choices[0]?.message.content).toBe("At the door.");
  expect(openai.usage).toMatchObject({
    prompt_tokens: 30,
    completion_tokens: 20,
    prompt_tokens_details: { cached_tokens: 5 },
    completion_tokens_details: { reasoning_tokens: 7 },
  });
  expect(anthropic.content).toMatchObject([{ type: "text", text: "At the door." }]);
  expect(anthropic.usage).toMatchObject({ input_tokens: 25, cache_read_input_tokens: 5, output_tokens: 20 });
  expect(gemini.text()).toBe("At the door.");
  expect(gemini.usageMetadata).toMatchObject({ promptTokenCount: 30, candidatesTokenCount: 13, thoughtsTokenCount: 7 });

  const asked = { system: "Be kind.", messages: [{ role: "user", text: "Where is my parcel?" }] };
  expect(stub.calls.toSorted((a, b) => a.provider.localeCompare(b.provider))).toMatchObject([
    { provider: "anthropic", model: "claude", key_fingerprint: fingerprint("sk-ant-demo-bob"), ...asked },
    { provider: "gemini", model: "gemini-2.5-flash", key_fingerprint: fingerprint("AIza-demo-bob"), ...asked },
    { provider: "openai", model: "gpt-4", key_fingerprint: fingerprint("sk-demo-alice"), ...asked },
  ]);
});

test("without a script the stub names the model and quotes the question", async () => {
  const answer = await askOpenAI();
  expect(answer.choices[0]?.message.content).toMatch(/gpt-4.*Where is my parcel\?/);
  expect(answer.usage?.prompt_tokens).toBeGreaterThan(0);
});

test("an error has each provider's own form and the scripted headers", async () => {
  say({ status: 429, headers: { "retry-after": "7" } });
  await expect(askOpenAI()).rejects.toMatchObject({ status: 429, code: "rate_limit_exceeded" });
  await expect(askAnthropic()).rejects.toMatchObject({ status: 429, error: { error: { type: "rate_limit_error" } } });
  await expect(askGemini()).rejects.toMatchObject({ status: 429 });
  const error = await askOpenAI().catch((caught: unknown) => caught);
  expect(error instanceof OpenAI.APIError && error.headers?.get("retry-after")).toBe("7");
});

test("an error text of one word is used as its code", async () => {
  say({ status: 429, text: "insufficient_quota" });
  await expect(askOpenAI()).rejects.toMatchObject({ status: 429, code: "insufficient_quota" });
});

test("an answer with `times` is given that many times, and then the stub uses its default answer again", async () => {
  say({ text: "once", times: 1 });
  expect((await askOpenAI()).choices[0]?.message.content).toBe("once");
  expect((await askOpenAI()).choices[0]?.message.content).toMatch(/gpt-4/);
});

test("a delayed answer arrives, and a hanging one does not", async () => {
  say({ text: "late", delay_ms: 30 });
  expect((await askOpenAI()).choices[0]?.message.content).toBe("late");
  say({ hang: true });
  await expect(askOpenAI(AbortSignal.timeout(100))).rejects.toThrow(/abort/i);
  expect(stub.calls).toHaveLength(2);
});

test("each provider has a list of models", async () => {
  const models = await new OpenAI({ apiKey: "sk-demo-alice" }).models.list();
  expect(models.data.map(({ id }) => id)).toContain("gpt-4");
  const claude = await new Anthropic({ apiKey: "sk-ant-demo-bob" }).models.list();
  expect(claude.data[0]?.id).toMatch(/^claude/);
  const gemini = await fetch("https://generativelanguage.googleapis.com/v1beta/models", {
    headers: { "x-goog-api-key": "AIza-demo-bob" },
  });
  expect(await gemini.json()).toHaveProperty("models");
});

test("the journal drops its oldest questions when newer ones are long", async () => {
  const ask = (text: string) =>
    new OpenAI({ apiKey: "sk-demo-alice", maxRetries: 0 }).chat.completions.create({
      model: "gpt-4",
      messages: [{ role: "user", content: text }],
    });
  for (const first of "abcd") await ask(first.repeat(6_000_000));
  expect(stub.calls.map(({ messages: [message] }) => message?.text[0])).toEqual(["c", "d"]);
});
