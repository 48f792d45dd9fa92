import { findProvider } from "@pydantic/genai-prices";
import { expect, it } from "vitest";
import { loadProvider } from "../../../shared/providers/load.ts";
import { modelsOf } from "../../../shared/providers/model-list.ts";
import { maxOutputOf, settingsFor } from "../../../shared/providers/models.ts";
import { PROVIDERS, type Provider } from "../../../shared/providers/registry.ts";

const NOW = new Date("2026-11-23T12:00:00.000Z");

it.each<[Provider, number, string[]]>([
  ["openai", 4_096, ["gpt-3.5-turbo", "gpt-3.5-turbo-0125", "gpt-4-turbo", "gpt-4-1106-preview", "gpt-4o-2024-05-13"]],
  ["openai", 8_192, ["gpt-4", "gpt-4-0613"]],
  ["openai", 16_384, ["gpt-4o", "gpt-4o-mini", "chatgpt-4o-latest", "gpt-5-chat-latest", "gpt-5.2-chat-latest"]],
  ["openai", 32_768, ["gpt-4.1", "gpt-4.1-mini"]],
  ["openai", 100_000, ["o1", "o3", "o3-mini", "o4-mini"]],
  ["openai", 128_000, ["gpt-5", "gpt-5-mini", "gpt-5.2", "gpt-5.6-luna", "gpt-6-luna", "gpt-6-astra"]],
  ["gemini", 8_192, ["gemini-1.5-pro", "gemini-2.0-flash", "models/gemini-2.0-flash-lite"]],
  ["gemini", 65_536, ["gemini-2.5-pro", "gemini-2.5-flash", "gemini-3-pro-preview", "gemini-4-argon"]],
  ["anthropic", 4_096, ["claude-3-opus-20240229", "claude-3-haiku-20240307"]],
  ["anthropic", 8_192, ["claude-3-5-sonnet-20241022", "claude-3-5-haiku-latest"]],
  ["anthropic", 32_000, ["claude-opus-4-20250514", "claude-opus-4-1-20250805"]],
  [
    "anthropic",
    64_000,
    ["claude-3-7-sonnet-latest", "claude-sonnet-4-5", "claude-haiku-4-5-20251001", "claude-opus-4-5"],
  ],
  [
    "anthropic",
    128_000,
    ["claude-opus-4-6", "claude-sonnet-4-6", "claude-opus-5", "claude-sonnet-5-5", "claude-fable-5-1"],
  ],
])("an answer of %s ends at %i tokens: %j", async (provider, most, models) => {
  const { models: rules } = await loadProvider(provider);
  for (const model of models) expect(maxOutputOf(rules, model), model).toBe(most);
});

it("an unknown model has no limit", async () => {
  expect(maxOutputOf((await loadProvider("openai")).models, "something-new")).toBeUndefined();
  expect(maxOutputOf((await loadProvider("gemini")).models, "gemini-pro-latest")).toBeUndefined();
});

it.each(PROVIDERS)("no answer limit of %s exceeds the context window in the price list", async (provider) => {
  const { models: rules, prices } = await loadProvider(provider);
  const listed = (prices === null ? undefined : findProvider({ providerId: prices }))?.models ?? [];
  const contexts = new Map(listed.map(({ id, context_window }) => [id, context_window]));
  for (const { name } of (await modelsOf(provider, NOW)).models) {
    const context = contexts.get(name) ?? Number.POSITIVE_INFINITY;
    expect(maxOutputOf(rules, name) ?? 0, name).toBeLessThanOrEqual(context);
    const sent = settingsFor(rules, name, { temperature: 0.7, maxTokens: 500 }).maxTokens;
    expect(sent, name).toBeLessThanOrEqual(maxOutputOf(rules, name) ?? context);
  }
});
