import { expect, it } from "vitest";
import { loadProvider } from "../../../shared/providers/load.ts";
import { modelsOf } from "../../../shared/providers/model-list.ts";
import { endingOf } from "../../../shared/providers/models.ts";
import { priceOf } from "../../../shared/providers/price.ts";
import { PROVIDERS, type Provider, providerOf } from "../../../shared/providers/registry.ts";

const NOW = new Date("2026-11-28T12:00:00Z");
const NO_TOKENS = { input: 0, output: 0, cached: 0, reasoning: 0 };
const endOf = async (provider: Provider, model: string) =>
  endingOf((await loadProvider(provider)).models, model)?.endsOn;
const names = async (provider: Provider, now = NOW) => (await modelsOf(provider, now)).models.map(({ name }) => name);

/** Models that we offered on 28 November 2026 although they were shut down or never existed. */
const DEAD: [Provider, string[]][] = [
  [
    "openai",
    [
      "chatgpt-4o-latest",
      "gpt-3.5-turbo",
      "gpt-3.5-turbo-1106",
      "gpt-4",
      "gpt-4-turbo",
      "gpt-4.1-nano",
      "gpt-4o-2024-05-13",
      "gpt-4o-mini-2024-07-18.ft-",
      "gpt-5.3",
      "gpt-chat-latest",
      "o1",
      "o3-mini",
      "o4-mini",
    ],
  ],
  ["gemini", ["gemini-3-pro-preview"]],
  ["anthropic", ["claude-opus-4-0", "claude-opus-4-1", "claude-sonnet-4-0"]],
];

it.each(DEAD)("models of %s that were shut down are not offered", async (provider, dead) => {
  const offered = await names(provider);
  expect(offered.filter((name) => dead.includes(name))).toEqual([]);
  expect(offered.length).toBeGreaterThan(5);
});

it.each<[Provider, string[]]>([
  ["openai", ["gpt-6.1-sol", "gpt-6.1-terra", "gpt-6-luna", "gpt-5.6-sol", "gpt-4o"]],
  ["gemini", ["gemini-4-argon", "gemini-4-hydrogen", "gemini-3.8-flash", "gemini-2.5-flash"]],
  ["anthropic", ["claude-sonnet-5-5", "claude-haiku-5-5", "claude-opus-5-5", "claude-sonnet-4-5"]],
])("the newest models of %s are offered, and those that end soon until their day", async (provider, living) => {
  expect(await names(provider)).toEqual(expect.arrayContaining(living));
});

it("a model is offered until the day on which it ends", async () => {
  const offered = async (time: string) => (await names("openai", new Date(time))).includes("o3");
  expect([await offered("2026-12-10T23:59:59Z"), await offered("2026-12-11T00:00:00Z")]).toEqual([true, false]);
});

it.each<[Provider, string, string | undefined]>([
  ["openai", "gpt-4", "2026-10-23"],
  ["openai", "gpt-4-0613", "2026-10-23"],
  ["openai", "gpt-4-1106-preview", "2026-10-23"],
  ["openai", "gpt-3.5-turbo-0125", "2026-10-23"],
  ["openai", "ft:gpt-3.5-turbo-0125:org::id", "2026-10-23"],
  ["openai", "ft:gpt-3.5-turbo-1106:org::id", "2026-09-28"],
  ["openai", "gpt-4o", "2027-01-14"],
  ["openai", "GPT-4o-mini-2024-07-18", "2027-01-14"],
  ["openai", "ft:gpt-4.1-mini-2025-04-14:org:name:id", "2027-01-14"],
  ["openai", "gpt-5", "2026-12-11"],
  ["openai", "gpt-5-mini-2025-08-07", "2026-12-11"],
  ["openai", "o3", "2026-12-11"],
  ["openai", "gpt-5.1-2025-11-13", "2027-04-01"],
  ["openai", "gpt-5.2", undefined],
  ["openai", "gpt-5.4-mini", undefined],
  ["openai", "gpt-6-luna", undefined],
  ["openai", "gpt-4o-mini-transcribe", undefined],
  ["gemini", "models/gemini-2.5-pro", "2026-12-01"],
  ["gemini", "gemini-2.5-flash", "2026-12-01"],
  ["gemini", "gemini-2.5-flash-lite", undefined],
  ["gemini", "gemini-2.0-flash-001", "2026-06-01"],
  ["gemini", "gemini-3.1-flash-lite", "2027-05-07"],
  ["anthropic", "claude-sonnet-4-5", "2026-11-30"],
  ["anthropic", "claude-sonnet-4-5-20250929", "2026-11-30"],
  ["anthropic", "claude-sonnet-4-20250514", "2026-06-15"],
  ["anthropic", "claude-opus-4-1-20250805", "2026-08-05"],
  ["anthropic", "claude-3-5-haiku-latest", "2026-02-19"],
  ["anthropic", "claude-sonnet-4-6", undefined],
  ["anthropic", "claude-sonnet-5", undefined],
])("%s's %s ends on %s", async (provider, model, day) => {
  expect(await endOf(provider, model)).toBe(day);
});

it.each(PROVIDERS)("every successor that %s recommends is available and has a price", async (provider) => {
  const { endings = [] } = (await loadProvider(provider)).models;
  for (const { endsOn, successor } of endings) {
    expect(new Date(endsOn).toISOString()).toContain(endsOn);
    if (successor === undefined) continue;
    expect((await endOf(provider, successor)) ?? "9999-12-31", successor).toMatch(/^(2027|9999)/);
    expect(priceOf(provider, successor, NO_TOKENS, NOW), successor).not.toBeNull();
  }
});

it.each(PROVIDERS)("the default model of %s has no end", async (provider) => {
  expect(await endOf(provider, providerOf(provider).defaultModel)).toBeUndefined();
});

it("a key's own models are offered in its order, including dated and fine-tuned ones, with known prices", async () => {
  const ofKey = ["ft:gpt-4o-mini-2024-07-18:org::id", "gpt-99", "gpt-4", "gpt-6-luna", "whisper-1"];
  const { known_from, models } = await modelsOf("openai", NOW, ofKey);
  expect(known_from).toBe("key");
  expect(models).toEqual([
    {
      name: "ft:gpt-4o-mini-2024-07-18:org::id",
      usd_per_million_input: 0.3,
      usd_per_million_output: 1.2,
      context_window: null,
      ends_on: "2027-01-14",
      successor: "gpt-6-luna",
    },
    expect.objectContaining({ name: "gpt-99", usd_per_million_input: null, ends_on: null }),
    expect.objectContaining({ name: "gpt-6-luna", usd_per_million_output: 0.5, ends_on: null, successor: null }),
  ]);
});
