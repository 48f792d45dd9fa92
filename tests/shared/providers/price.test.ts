import { describe, expect, it } from "vitest";
import pkg from "../../../package.json" with { type: "json" };
import { OWN_SOURCE } from "../../../shared/providers/own-prices.ts";
import { PRICE_SOURCE, priceOf } from "../../../shared/providers/price.ts";
import type { Provider } from "../../../shared/providers/registry.ts";

const today = new Date("2026-11-23T12:00:00Z");
const cost = (provider: Provider, model: string, input: number, output: number, cached = 0) =>
  priceOf(provider, model, { input, output, cached, reasoning: 0 }, today)?.cost_nano_usd;

describe("priceOf", () => {
  it.each<[Provider, string, number]>([
    // 1,000 tokens in, 100 of them cached, and 500 out, at the prices on the providers' pages.
    ["openai", "gpt-4", 1000 * 30_000 + 500 * 60_000],
    ["openai", "gpt-3.5-turbo", 1000 * 500 + 500 * 1500],
    ["openai", "gpt-4o", 900 * 2500 + 100 * 1250 + 500 * 10_000],
    ["openai", "gpt-5", 900 * 1250 + 100 * 125 + 500 * 10_000],
    ["openai", "o3", 900 * 2000 + 100 * 500 + 500 * 8000],
    ["openai", "gpt-6-sol", 900 * 2000 + 100 * 200 + 500 * 10_000],
    ["gemini", "gemini-2.5-flash", 900 * 300 + 100 * 30 + 500 * 2500],
    ["gemini", "gemini-2.5-pro", 900 * 1250 + 100 * 125 + 500 * 10_000],
    ["gemini", "models/gemini-3-flash-preview", 900 * 500 + 100 * 50 + 500 * 3000],
    ["anthropic", "claude-3-5-sonnet-20241022", 900 * 3000 + 100 * 300 + 500 * 15_000],
    ["anthropic", "claude-sonnet-4-5", 900 * 3000 + 100 * 300 + 500 * 15_000],
    ["anthropic", "claude-haiku-4-5-20251001", 900 * 1000 + 100 * 100 + 500 * 5000],
    ["anthropic", "claude-opus-5-5", 900 * 4000 + 100 * 200 + 500 * 20_000],
    // Models of our own rows, which the list lacks.
    ["anthropic", "claude-sonnet-5-5", 900 * 2000 + 100 * 100 + 500 * 10_000],
    ["anthropic", "claude-haiku-5-5", 900 * 100 + 100 * 10 + 500 * 500],
    ["gemini", "models/gemini-4-argon", 900 * 2000 + 100 * 100 + 500 * 10_000],
    ["gemini", "gemini-4-hydrogen", 900 * 1500 + 100 * 75 + 500 * 7500],
    ["openai", "gpt-6.1-sol", 900 * 2000 + 100 * 100 + 500 * 10_000],
    ["openai", "gpt-6.1-terra-2026-10-26", 900 * 1000 + 100 * 50 + 500 * 5000],
    // A fine-tuned model has its own price for cached tokens.
    ["openai", "ft:gpt-4o-mini-2024-07-18:org::id", 900 * 300 + 100 * 150 + 500 * 1200],
    ["openai", "ft:gpt-4o-2024-08-06:org:name:id", 900 * 3750 + 100 * 1875 + 500 * 15_000],
    ["openai", "ft:gpt-4.1-2025-04-14:org::id", 900 * 3000 + 100 * 750 + 500 * 12_000],
    ["openai", "ft:gpt-4.1-mini-2025-04-14:org::id", 900 * 800 + 100 * 200 + 500 * 3200],
  ])("computes the cost of %s's %s to the nano-dollar", (provider, model, nanoUsd) => {
    expect(cost(provider, model, 1000, 500, 100)).toBe(nanoUsd);
  });

  it("returns the prices behind the cost, so that anybody can recompute it", () => {
    const tokens = { input: 300_000, output: 700, cached: 1000, reasoning: 0 };
    const price = priceOf("gemini", "gemini-2.5-pro", tokens, today);
    // With more than 200,000 input tokens, the whole call costs more.
    expect(price).toEqual({
      cost_nano_usd: 299_000 * 2500 + 1000 * 250 + 700 * 15_000,
      usd_per_million_input: 2.5,
      usd_per_million_cached: 0.25,
      usd_per_million_output: 15,
      priced_as: "gemini-2.5-pro",
      source: PRICE_SOURCE,
    });
  });

  it("uses the steps and days of our own rows", () => {
    const tokens = { input: 100_001, output: 10, cached: 1, cacheWritten: 1_000, reasoning: 0 };
    const haiku = priceOf("anthropic", "claude-haiku-5-5", tokens, today);
    expect(haiku).toMatchObject({ source: OWN_SOURCE, usd_per_million_input: 0.5, usd_per_million_cache_write: 0.625 });
    expect(haiku?.cost_nano_usd).toBe(99_000 * 500 + 50 + 1_000 * 625 + 10 * 2500);
    expect(priceOf("anthropic", "claude-haiku-5-5", { ...tokens, input: 100_000 }, today)?.usd_per_million_input).toBe(
      0.1,
    );
    const argon = (day: string) => priceOf("gemini", "gemini-4-argon", tokens, new Date(day))?.usd_per_million_output;
    expect([argon("2026-11-30T23:59:59Z"), argon("2026-12-01T00:00:00Z")]).toEqual([10, 20]);
  });

  it("uses the owner's price only for that model, and only if no list knows it", () => {
    const given = {
      model: "in-house-1",
      usd_per_million_input: 4,
      usd_per_million_cached: 1,
      usd_per_million_output: 9,
    };
    const tokens = { input: 1_000, output: 500, cached: 100, cacheWritten: 50, reasoning: 20 };
    expect(priceOf("openai", "in-house-1", tokens, today, given)).toEqual({
      cost_nano_usd: 900 * 4_000 + 100 * 1_000 + 500 * 9_000,
      usd_per_million_input: 4,
      usd_per_million_cached: 1,
      usd_per_million_output: 9,
      priced_as: "in-house-1",
      source: "owner",
    });
    const { usd_per_million_cached: _, ...uncached } = given;
    expect(priceOf("openai", "in-house-1", tokens, today, uncached)?.cost_nano_usd).toBe(1_000 * 4_000 + 500 * 9_000);
    expect(priceOf("openai", "in-house-2", tokens, today, given)).toBeNull();
    expect(priceOf("openai", "gpt-4", tokens, today, { ...given, model: "gpt-4" })?.source).toBe(PRICE_SOURCE);
  });

  it("uses the price of the day of the call", () => {
    const on = (day: string) =>
      priceOf("openai", "o3", { input: 1, output: 0, cached: 0, reasoning: 0 }, new Date(day))?.cost_nano_usd;
    expect([on("2025-06-01"), on("2025-07-01")]).toEqual([10_000, 2000]);
  });

  it("charges cached tokens like others if the list has no price for them", () => {
    expect(cost("openai", "gpt-4", 1000, 0, 400)).toBe(1000 * 30_000);
  });

  it.each<[Provider, string]>([
    ["openai", "gpt-99"],
    ["openai", "claude-opus-5"],
    ["gemini", "gemini-99-ultra"],
    ["gemini", "gemma-3-27b-it"],
    ["anthropic", "claude-unheard-of"],
    // By its prefix the list would match it as claude-sonnet-5.
    ["anthropic", "claude-sonnet-5-6"],
    ["anthropic", ""],
  ])("has no price (not 0) for an unknown model of %s: %s", (provider, model) => {
    expect(priceOf(provider, model, { input: 1000, output: 500, cached: 0, reasoning: 0 }, today)).toBeNull();
  });

  it("computes the founding document's days: 50 mails on GPT-4, 200 on GPT-3.5-turbo", () => {
    const alice = (cost("openai", "gpt-4", 400, 300) ?? 0) * 50;
    const bob = (cost("openai", "gpt-3.5-turbo", 400, 300) ?? 0) * 200;
    expect([alice, bob]).toEqual([1_500_000_000, 130_000_000]);
  });

  it("names the version of the list that is installed", () => {
    expect(PRICE_SOURCE).toBe(`@pydantic/genai-prices ${pkg.dependencies["@pydantic/genai-prices"]}`);
  });
});
