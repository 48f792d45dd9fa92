import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { models as anthropic } from "../../../shared/providers/anthropic/models.ts";
import { models as gemini } from "../../../shared/providers/gemini/models.ts";
import { settingsFor } from "../../../shared/providers/models.ts";
import { models as openai } from "../../../shared/providers/openai/models.ts";
import { ask, type Provider } from "../../support/providers/calls.ts";
import { type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";
import { answerOf } from "../../support/providers/wire-answers.ts";

let server: FaultServer;
const net = redirectProviders(() => server.url);
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(async () => {
  net.restore();
  await server.stop();
});

/** The founding defaults (0.7, 500) on the wire. Undefined: the field is absent. */
type OnWire = { temperature: number | undefined; limit: [name: string, tokens: number]; version?: string };

const openAIOld: OnWire = { temperature: 0.7, limit: ["max_tokens", 500] };
const openAIReasoning: OnWire = { temperature: undefined, limit: ["max_completion_tokens", 25_500] };
const geminiOld: OnWire = { temperature: 0.7, limit: ["maxOutputTokens", 500] };
const gemini25: OnWire = { temperature: 0.7, limit: ["maxOutputTokens", 25_500] };
const gemini3: OnWire = { temperature: undefined, limit: ["maxOutputTokens", 25_500] };
const claudeOld: OnWire = { temperature: 0.7, limit: ["max_tokens", 500], version: "2023-06-01" };
const claude47: OnWire = { temperature: undefined, limit: ["max_tokens", 500], version: "2026-10-21" };
const claude5: OnWire = { temperature: undefined, limit: ["max_tokens", 25_500], version: "2026-10-21" };

const EXPECTED: [Provider, string[], OnWire][] = [
  ["openai", ["gpt-4", "gpt-4-0613", "gpt-3.5-turbo", "gpt-3.5-turbo-0125", "gpt-4-turbo", "gpt-4o"], openAIOld],
  ["openai", ["gpt-4o-mini", "gpt-4.1", "gpt-4.1-nano", "chatgpt-4o-latest", "ft:gpt-4o-mini:a:b:c"], openAIOld],
  ["openai", ["gpt-5-chat-latest"], { temperature: 0.7, limit: ["max_completion_tokens", 500] }],
  ["openai", ["gpt-4o-search-preview"], { temperature: undefined, limit: ["max_completion_tokens", 500] }],
  [
    "openai",
    ["gpt-5.1-chat-latest", "gpt-5.2-chat-latest", "gpt-chat-latest"],
    { temperature: undefined, limit: ["max_completion_tokens", 16_384] },
  ],
  ["openai", ["o1", "o3", "o3-mini", "o4-mini", "gpt-5", "gpt-5-mini", "gpt-5.1", "gpt-5.2"], openAIReasoning],
  ["openai", ["gpt-5.4", "gpt-5.5", "gpt-5.6-luna", "gpt-6-sol", "gpt-6.1-sol", "something-new"], openAIReasoning],
  ["gemini", ["gemini-pro", "gemini-1.0-pro", "gemini-1.5-pro", "gemini-2.0-flash", "models/gemini-pro"], geminiOld],
  ["gemini", ["gemini-2.5-flash", "gemini-2.5-pro", "gemini-2.5-flash-lite"], gemini25],
  ["gemini", ["gemini-3-pro-preview", "gemini-3.5-flash", "gemini-3.8-flash", "gemini-pro-latest", "new"], gemini3],
  ["gemini", ["gemini-4-argon"], gemini3],
  ["anthropic", ["claude-3-5-sonnet-20241022", "claude-3-haiku-20240307", "claude-3-5-haiku-latest"], claudeOld],
  ["anthropic", ["claude-sonnet-4-20250514", "claude-opus-4-1-20250805", "claude-sonnet-4-5"], claudeOld],
  ["anthropic", ["claude-opus-4-6", "claude-sonnet-4-6", "claude-haiku-4-5-20251001"], claudeOld],
  ["anthropic", ["claude-opus-4-7", "claude-opus-4-8"], claude47],
  ["anthropic", ["claude-opus-5", "claude-opus-5-5", "claude-sonnet-5-5", "claude-fable-5-2", "new"], claude5],
];

const ROWS = EXPECTED.flatMap(([provider, models, onWire]) => models.map((model) => ({ provider, model, onWire })));

const limits = {
  temperature: z.number().optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  maxOutputTokens: z.number().optional(),
};
const body = z.object({ ...limits, generationConfig: z.object(limits).optional() });

describe("the founding defaults", () => {
  it.each(ROWS)("are sent to $provider's $model in the form that it accepts", async ({ provider, model, onWire }) => {
    server.say({ status: 200, body: answerOf(provider) });
    net.sent.length = 0;
    await ask(provider, { model });
    const sent = body.parse(JSON.parse(net.sent[0]?.body ?? "{}"));
    const { temperature, generationConfig: _, ...named } = { ...sent, ...sent.generationConfig };
    expect({ temperature, limit: Object.entries(named).flat() }).toEqual({
      temperature: onWire.temperature,
      limit: onWire.limit,
    });
    expect(net.sent[0]?.headers["anthropic-version"]).toBe(onWire.version);
  });
});

describe("settingsFor", () => {
  it("caps a temperature above the model's range, and does not scale it", () => {
    const at = (temperature: number) =>
      settingsFor(anthropic, "claude-sonnet-4-5", { temperature, maxTokens: 1 }).temperature;
    expect([0, 0.7, 1, 1.5, 2].map(at)).toEqual([0, 0.7, 1, 1, 1]);
  });

  it("limits Gemini 4's headroom to its longest answer", () => {
    const at = (maxTokens: number) => settingsFor(gemini, "gemini-4-argon", { temperature: 1, maxTokens }).maxTokens;
    expect([500, 50_000].map(at)).toEqual([25_500, 65_535]);
  });

  it("adds headroom for reasoning up to the model's limit, and never lowers the owner's setting", () => {
    const at = (maxTokens: number) => settingsFor(openai, "o3", { temperature: 1, maxTokens }).maxTokens;
    expect([500, 80_000, 128_000].map(at)).toEqual([25_500, 100_000, 128_000]);
  });
});
