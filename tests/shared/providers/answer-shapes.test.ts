import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, failure, PROVIDERS } from "../../support/providers/calls.ts";
import { type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";
import { ANSWERS, UNLISTED } from "../../support/providers/wire-answers.ts";

let server: FaultServer;
const net = redirectProviders(() => server.url);
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(async () => {
  net.restore();
  await server.stop();
});

type Name = keyof typeof ANSWERS;

/** A provider's answer with another usage. */
const withUsage: Record<Name, (usage: unknown) => object> = {
  openai: (usage) => ({ ...ANSWERS.openai, usage }),
  gemini: (usageMetadata) => ({ ...ANSWERS.gemini, usageMetadata }),
  anthropic: (usage) => ({ ...ANSWERS.anthropic, usage }),
};

/** The usage with this input count. */
const withInput: Record<Name, (input: unknown) => object> = {
  openai: (prompt_tokens) => ({ prompt_tokens, completion_tokens: 300 }),
  gemini: (promptTokenCount) => ({ promptTokenCount, candidatesTokenCount: 300 }),
  anthropic: (input_tokens) => ({ input_tokens, output_tokens: 300 }),
};

const NAMES = ["openai", "gemini", "anthropic"] as const;

describe.each(NAMES)("the text of %s is kept", (provider) => {
  const asked = async (usage: unknown) => {
    server.say({ status: 200, body: withUsage[provider](usage) });
    return ask(provider);
  };

  it.each([
    ["is null", null],
    ["is missing", undefined],
    ["is a text", "100"],
    ["is a number", 7],
    ["is a list", []],
    ["is empty", {}],
    ["has counts of other types", withInput[provider]({ total: 5 })],
  ])("if the usage %s, and the tokens are unknown", async (_, usage) => {
    const { text, tokens } = await asked(usage);
    expect(text).toBe("Hello.");
    expect(tokens.input).toBeNull();
    expect(tokens.doubt).toBe("unknown");
  });

  it.each([
    [null, null, "unknown"],
    [-1, null, "unknown"],
    ["many", null, "unknown"],
    ["NaN", null, "unknown"],
    ["", null, "unknown"],
    [true, null, "unknown"],
    [1e300, null, "unknown"],
    [2e9, null, "unknown"],
    [100.5, 101, "clamped"],
    ["100", 100, undefined],
    [100, 100, undefined],
  ])("if a count is %j, which is read as %j", async (given, input, doubt) => {
    const { text, tokens } = await asked(withInput[provider](given));
    expect(text).toBe("Hello.");
    expect(tokens.input).toBe(input);
    expect(tokens.output).toBe(300);
    expect(tokens.doubt).toBe(doubt);
  });

  it("if the usage has unknown fields", async () => {
    const usage = { ...withInput[provider](100), credits: { used: 4.2 }, iterations: [{ n: null }], speed: null };
    expect(await asked(usage)).toMatchObject({ text: "Hello.", tokens: { input: 100, output: 300 } });
  });

  it("and names the model that answered if it is a valid name", async () => {
    server.say({ status: 200, body: { ...ANSWERS[provider], model: "a-model", modelVersion: "a-model" } });
    expect((await ask(provider)).served.model).toBe("a-model");
    const sentence = "a model, by courtesy of the gateway";
    server.say({ status: 200, body: { ...ANSWERS[provider], model: sentence, modelVersion: sentence } });
    expect((await ask(provider)).served.model).toBeUndefined();
    server.say({ status: 200, body: { ...ANSWERS[provider], model: { id: 1 }, modelVersion: 7 } });
    expect(await ask(provider)).toMatchObject({ text: "Hello.", served: {} });
  });

  it("omits a name that contains the key", async () => {
    const { key } = await import("../../support/providers/calls.ts").then(({ callTo }) => callTo(provider));
    const model = `m-${key.reveal()}`;
    server.say({ status: 200, body: { ...ANSWERS[provider], model, modelVersion: model } });
    expect((await ask(provider)).served.model).toBeUndefined();
  });
});

describe("impossible counts are reduced to possible ones and flagged", () => {
  it.each([
    [
      "openai",
      { prompt_tokens: 10, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 20 } },
      { cached: 10 },
    ],
    [
      "openai",
      {
        prompt_tokens: 10,
        completion_tokens: 5,
        prompt_tokens_details: { cached_tokens: 6, cache_write_tokens: 6 },
      },
      { cached: 6, cacheWritten: 4 },
    ],
    [
      "openai",
      { prompt_tokens: 10, completion_tokens: 5, completion_tokens_details: { reasoning_tokens: 9 } },
      { reasoning: 5 },
    ],
    ["gemini", { promptTokenCount: 10, candidatesTokenCount: 5, cachedContentTokenCount: 20 }, { cached: 10 }],
  ] as const)("of %s: %j", async (provider, usage, kept) => {
    server.say({ status: 200, body: withUsage[provider](usage) });
    const { text, tokens } = await ask(provider);
    expect(text).toBe("Hello.");
    expect(tokens).toMatchObject({ ...kept, doubt: "clamped" });
  });

  it("Gemini's output is unknown for a text without a count, but thoughts alone can be counted", async () => {
    server.say({ status: 200, body: withUsage.gemini({ promptTokenCount: 10, thoughtsTokenCount: 7 }) });
    expect((await ask("gemini")).tokens).toMatchObject({ input: 10, output: null, doubt: "unknown" });
    server.say({
      status: 200,
      body: {
        candidates: [{ finishReason: "MAX_TOKENS" }],
        usageMetadata: { promptTokenCount: 10, thoughtsTokenCount: 7 },
      },
    });
    expect((await failure("gemini")).tokens).toMatchObject({ input: 10, output: 7 });
  });
});

/** Answers in new shapes, or in another provider's. */
describe("the text is kept", () => {
  const openai = (message: unknown, more: object = {}) => ({
    ...ANSWERS.openai,
    choices: [{ index: 0, message, finish_reason: "stop", ...more }],
  });
  const gemini = (parts: unknown, more: object = {}) => ({
    ...ANSWERS.gemini,
    candidates: [{ content: { role: "model", parts }, finishReason: "STOP", ...more }],
  });
  const anthropic = (content: unknown, more: object = {}) => ({ ...ANSWERS.anthropic, content, ...more });

  it.each([
    [
      "openai",
      "content as a list",
      openai({
        content: [
          { type: "text", text: "Hel" },
          { type: "text", text: "lo." },
        ],
      }),
    ],
    [
      "openai",
      "thoughts beside the text",
      openai({
        content: [
          { type: "thinking", thinking: [{ type: "text", text: "x" }] },
          { type: "text", text: "Hello." },
        ],
      }),
    ],
    ["openai", "annotations and audio", openai({ content: "Hello.", annotations: [{ type: "url" }], audio: null })],
    ["openai", "an unknown refusal", openai({ content: "Hello.", refusal: { reason: null } })],
    ["openai", "no word for the end", openai({ content: "Hello." }, { finish_reason: null })],
    ["openai", "an end that is a number", openai({ content: "Hello." }, { finish_reason: 1 })],
    ["openai", "reasoning beside it", openai({ content: "Hello.", reasoning_content: "I think.", reasoning: null })],
    [
      "gemini",
      "thought: null",
      gemini([
        { text: "Hel", thought: null },
        { text: "lo.", thought: false },
      ]),
    ],
    ["gemini", "parts of a new kind", gemini([{ newKind: { a: 1 } }, { text: "Hello." }, null, 7])],
    [
      "gemini",
      "a signature",
      gemini([
        { text: "Hello.", thoughtSignature: "c2ln" },
        { text: "", thoughtSignature: "x" },
      ]),
    ],
    ["gemini", "text: null", gemini([{ text: null }, { text: "Hello." }])],
    ["gemini", "an end that is null", gemini([{ text: "Hello." }], { finishReason: null, safetyRatings: null })],
    [
      "anthropic",
      "blocks of a new kind",
      anthropic([
        { type: "new_block", text: 7 },
        { type: "text", text: "Hello." },
      ]),
    ],
    [
      "anthropic",
      "thoughts that are hidden",
      anthropic([
        { type: "redacted_thinking", data: "x" },
        { type: "text", text: "Hello." },
      ]),
    ],
    ["anthropic", "citations: null", anthropic([{ type: "text", text: "Hello.", citations: null }])],
    ["anthropic", "a block that is null", anthropic([null, { type: "text", text: "Hello." }])],
    ["anthropic", "content as a text", anthropic("Hello.")],
    [
      "anthropic",
      "an end in a new word",
      anthropic([{ type: "text", text: "Hello." }], { stop_reason: "newly_invented" }),
    ],
    ["anthropic", "an end that is null", anthropic([{ type: "text", text: "Hello." }], { stop_reason: null })],
  ] as const)("of %s with %s", async (provider, _, body) => {
    server.say({ status: 200, body });
    expect(await ask(provider)).toMatchObject({ text: "Hello.", stop: "end" });
  });
});

describe("the model that served the call", () => {
  it("is OpenAI's model and tier, requested as the default tier", async () => {
    server.say({ status: 200, body: { ...ANSWERS.openai, model: "gpt-6-luna-2026", service_tier: "priority" } });
    expect((await ask("openai")).served).toEqual({ model: "gpt-6-luna-2026", tier: "priority" });
    expect(JSON.parse(net.sent.at(-1)?.body ?? "{}")).toMatchObject({ service_tier: "default" });
  });

  it("is Gemini's modelVersion", async () => {
    server.say({ status: 200, body: { ...ANSWERS.gemini, modelVersion: "gemini-3.8-flash" } });
    expect((await ask("gemini")).served).toEqual({ model: "gemini-3.8-flash" });
  });

  it.each([
    ["us", { geo: "us", factor: 1.1 }],
    ["global", { geo: "global" }],
    ["not_available", { geo: "not_available" }],
    [null, {}],
  ])("is Anthropic's model, tier and place: %s", async (inference_geo, place) => {
    const usage = { ...ANSWERS.anthropic.usage, inference_geo };
    server.say({ status: 200, body: { ...ANSWERS.anthropic, usage } });
    expect((await ask("anthropic")).served).toEqual({ model: UNLISTED, tier: "standard", ...place });
  });
});

it.each(PROVIDERS)("%s's answer without a stream is read up to a limit", async (provider) => {
  server.say({ status: 200, body: `{"padding": "${"x".repeat(17 * 1024 * 1024)}"}` });
  expect((await failure(provider)).code).toBe("connection_lost");
});
