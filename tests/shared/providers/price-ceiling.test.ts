import { findProvider } from "@pydantic/genai-prices";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundCost } from "../../../functions/agent-runner/limits/reserve-call.ts";
import { loadProvider } from "../../../shared/providers/load.ts";
import { settingsFor } from "../../../shared/providers/models.ts";
import { ownPriceList } from "../../../shared/providers/own-prices.ts";
import { priceOf } from "../../../shared/providers/price.ts";
import { priceCeilingOf } from "../../../shared/providers/price-ceiling.ts";
import { PROVIDERS, type Provider, providerOf } from "../../../shared/providers/registry.ts";
import { tokenUpperBound } from "../../../shared/providers/token-bound.ts";

const NOON = new Date("2026-11-28T12:00:00Z");

/** Every model of both lists with a text price. */
const MODELS = PROVIDERS.flatMap((provider) => {
  const { prices } = providerOf(provider);
  const lists = [ownPriceList(provider), prices === null ? undefined : findProvider({ providerId: prices })];
  return lists.flatMap((list) => (list?.models ?? []).map(({ id }) => ({ provider, model: id })));
}).filter(({ provider, model }) => priceCeilingOf(provider, model, { input: 1, output: 1 }, NOON) !== null);

/** Lengths around the steps of the lists, 100,000 to 272,000, and below and above them. */
const length = fc.oneof(
  fc.integer({ min: 0, max: 5_000 }),
  fc.constantFrom(99_999, 100_001, 128_000, 200_000, 200_001, 271_999, 272_000, 272_001),
  fc.integer({ min: 0, max: 1_200_000 }),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const split = fc.record({
  input: length,
  output: length,
  cached: share,
  written: share,
  reasoning: share,
  used: share,
});
const NEW_YEAR = ["2026-11-30T23:59:50Z", "2026-12-31T23:59:50Z", "2026-11-28T12:00:00Z", "2027-06-01T00:00:00Z"];

type Split = { input: number; output: number; cached: number; written: number; reasoning: number; used: number };

/** Tokens of a call within the bound: some read from a cache, some written into it, some for reasoning. */
function tokensOf({ input: most, output: longest, cached: c, written: w, reasoning: r, used }: Split) {
  const input = Math.floor(most * used);
  const cached = Math.floor(input * c);
  const output = Math.floor(longest * used);
  return { input, output, cached, cacheWritten: Math.floor((input - cached) * w), reasoning: Math.floor(output * r) };
}

describe("the price ceiling of a call", () => {
  it("is never below the cost, for any model, length, split and minute", () => {
    expect(MODELS.length).toBeGreaterThan(80);
    fc.assert(
      fc.property(
        fc.constantFrom(...MODELS),
        split,
        fc.constantFrom(...NEW_YEAR),
        fc.nat(75),
        (each, of, day, later) => {
          const at = new Date(day);
          const most = priceCeilingOf(each.provider, each.model, of, at) ?? -1;
          const paid = priceOf(each.provider, each.model, tokensOf(of), new Date(at.getTime() + later * 1_000));
          expect(most).toBeGreaterThanOrEqual(paid?.cost_nano_usd ?? 0);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it.each<[Provider, string, number]>([
    // Each row needs another price: for cache writes, for plain input, or for a step of length.
    ["anthropic", "claude-sonnet-5-5", 1_000 * 2_500 + 10 * 10_000],
    ["openai", "gpt-6-luna", 1_000 * 125 + 10 * 500],
    ["openai", "gpt-4", 1_000 * 30_000 + 10 * 60_000],
  ])("for %s's %s uses the highest price that its input can have", (provider, model, nanoUsd) => {
    expect(priceCeilingOf(provider, model, { input: 1_000, output: 10 }, NOON)).toBe(nanoUsd);
  });

  it("covers a price that rises during the call", () => {
    const at = new Date("2026-11-30T23:59:30Z");
    expect(priceCeilingOf("gemini", "gemini-4-argon", { input: 10, output: 10 }, at)).toBe(10 * 4_000 + 10 * 20_000);
  });

  it("uses the owner's price if no list knows the model, and is unknown for any other model", () => {
    const given = { model: "mine", usd_per_million_input: 1, usd_per_million_cached: 3, usd_per_million_output: 2 };
    const most = (model: string) => priceCeilingOf("openai", model, { input: 10, output: 10 }, NOON, given);
    expect([most("mine"), most("other"), most("gpt-4")]).toEqual([10 * 3_000 + 10 * 2_000, null, 900_000]);
    fc.assert(
      fc.property(split, (of) => {
        const paid = priceOf("openai", "mine", tokensOf(of), NOON, given)?.cost_nano_usd ?? 0;
        expect(priceCeilingOf("openai", "mine", of, NOON, given)).toBeGreaterThanOrEqual(paid);
      }),
    );
  });
});

describe("the runner's reservation for a prompt", () => {
  const MODEL = { provider: "anthropic", temperature: 0.7, max_tokens: 500 } as const;

  it("is above the price of any answer", async () => {
    const model_name = "claude-haiku-5-5";
    const { models } = await loadProvider("anthropic");
    const { maxTokens } = settingsFor(models, model_name, { temperature: 0.7, maxTokens: 500 });
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "grapheme" }),
        split,
        async (system, text, of) => {
          const prompt = { system, turns: [{ role: "user" as const, text }] };
          const most = await boundCost({ config: { ...MODEL, model_name }, prompt }, NOON);
          const input = Buffer.byteLength(system) + Buffer.byteLength(text);
          const paid = priceOf("anthropic", model_name, tokensOf({ ...of, input, output: maxTokens }), NOON);
          expect(most).toBeGreaterThanOrEqual(paid?.cost_nano_usd ?? 0);
        },
      ),
    );
  });

  it("counts at least 15 tokens for a character that an NFKC tokenizer splits into 15", () => {
    const ligature = "\u{FDFA}";
    expect(Buffer.byteLength(ligature)).toBe(3);
    for (const times of [10, 1_000])
      expect(tokenUpperBound([ligature.repeat(times)])).toBeGreaterThanOrEqual(15 * times);
  });

  it.each([
    ["Ethiopic", "ሰላም እንዴት ነህ", 1.8],
    ["Burmese", "မင်္ဂလာပါ", 0.56],
    ["Thai", "สวัสดีครับ", 0.39],
  ])("counts at least as many tokens of %s as o200k", (_, text, perCharacter) => {
    expect(tokenUpperBound([text.repeat(100)])).toBeGreaterThanOrEqual([...text].length * 100 * perCharacter);
  });

  it("counts plain text by its bytes, and a handful for each message", () => {
    expect(tokenUpperBound(["a".repeat(100), "", "é"])).toBe(100 + 16 + 16 + 2 + 16);
  });
});
