import { expect, test } from "vitest";
import { compareLists, type OurRow, type Row } from "../../../local/prices/compare.ts";
import { readLiteLlm } from "../../../local/prices/litellm.ts";
import { ourRows } from "../../../local/prices/our-rows.ts";

const TODAY = "2026-11-28";
const row = (name: string, more: Partial<Row> = {}): Row => ({
  provider: "acme",
  name,
  input: 10,
  output: 20,
  ...more,
});
const ours = (name: string, more: Partial<OurRow> = {}): OurRow => ({ ...row(name), offered: true, ...more });
const found = (mine: OurRow[], other: Row[]) =>
  compareLists(mine, other, TODAY).map(({ kind, name, what }) => [kind, name, what]);

test("two equal lists give no differences", () => {
  expect(found([ours("a"), ours("b", { cached: 1 })], [row("a", { cached: 5 }), row("b", { cached: 1 })])).toEqual([]);
});

test("only prices that differ by more than one percent are reported, with both values", () => {
  const other = [row("a", { input: 10.09, output: 20.3 }), row("b", { cached: 2 })];
  expect(found([ours("a"), ours("b", { cached: 1 })], other)).toEqual([
    ["price", "a", "output 20 here, 20.3 there"],
    ["price", "b", "cached 1 here, 2 there"],
  ]);
});

test("a model that has ended, has another end date, is unknown to the other list or is missing here is reported", () => {
  const mine = [
    ours("dead"),
    ours("dying", { endsOn: "2027-01-14" }),
    ours("unknown"),
    ours("retired", { offered: false, endsOn: "2026-10-23" }),
    ours("not-offered", { offered: false }),
  ];
  const other = [
    row("dead", { endsOn: TODAY }),
    row("dying", { endsOn: "2027-02-01" }),
    row("retired", { endsOn: "2026-10-23" }),
    row("new", { endsOn: "2026-11-29" }),
    row("gone", { endsOn: TODAY }),
  ];
  expect(found(mine, other)).toEqual([
    ["dead", "dead", "offered here, ended on 2026-11-28 there"],
    ["end", "dying", "ends 2027-01-14 here, 2027-02-01 there"],
    ["missing", "new", "10 in, 20 out there, and no price here"],
    ["unknown", "unknown", "offered here but missing from the other list"],
  ]);
});

test("the same name at another provider is another model, and a duplicate is reported once", () => {
  expect(found([ours("a")], [row("a", { provider: "other" }), row("a"), row("b"), row("b")])).toEqual([
    ["missing", "a", "10 in, 20 out there, and no price here"],
    ["missing", "b", "10 in, 20 out there, and no price here"],
  ]);
});

test("LiteLLM's table is reduced to chat models of our providers", async () => {
  const chat = { mode: "chat", input_cost_per_token: 1.25e-6, output_cost_per_token: 1e-5 };
  const rows = await readLiteLlm({
    sample_spec: { litellm_provider: "one of ..." },
    "gpt-5": {
      ...chat,
      litellm_provider: "openai",
      deprecation_date: "2026-12-11",
      cache_read_input_token_cost: 1.25e-7,
    },
    "gemini/gemini-4-argon": { ...chat, litellm_provider: "gemini" },
    "azure/gpt-5": { ...chat, litellm_provider: "azure" },
    "gpt-audio": { ...chat, litellm_provider: "openai" },
    "gpt-5-pro": { ...chat, litellm_provider: "openai", mode: "responses" },
    "gemini/free-exp": { ...chat, litellm_provider: "gemini", input_cost_per_token: 0 },
    "claude-x": { litellm_provider: "anthropic", mode: "chat" },
  });
  expect(rows).toEqual([
    { provider: "openai", name: "gpt-5", input: 1.25, output: 10, cached: 0.125, endsOn: "2026-12-11" },
    { provider: "gemini", name: "gemini-4-argon", input: 1.25, output: 10 },
  ]);
});

test("our list holds the models that we offer and those that the other list names, with our prices and end dates", async () => {
  const named = [row("ft:gpt-4o-mini-2024-07-18"), row("gpt-4"), row("gpt-99")].map((each) => ({
    ...each,
    provider: "openai",
  }));
  const rows = await ourRows(named, new Date(`${TODAY}T12:00:00Z`));
  expect(rows.filter(({ offered }) => offered).length).toBeGreaterThan(30);
  expect(rows.filter(({ offered }) => !offered)).toEqual([
    expect.objectContaining({ name: "ft:gpt-4o-mini-2024-07-18", input: 0.3, cached: 0.15, endsOn: "2027-01-14" }),
    expect.objectContaining({ name: "gpt-4", input: 30, endsOn: "2026-10-23" }),
  ]);
});
