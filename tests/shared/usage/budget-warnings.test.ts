import { expect, it, test } from "vitest";
import { boundCost } from "../../../functions/agent-runner/limits/reserve-call.ts";
import { buildPrompt } from "../../../functions/agent-runner/prompt/build-prompt.ts";
import { budgetWarnings, LEAST_INPUT } from "../../../shared/usage/budget-warnings.ts";

const NOW = new Date("2026-11-23T12:00:00.000Z");
const GPT_4 = { provider: "openai", model_name: "gpt-4", max_tokens: 500 } as const;
const MINI = { provider: "openai", model_name: "gpt-4o-mini", max_tokens: 500 } as const;
const whose = "A budget of the month";

/** The shortest mail to an agent without instructions. */
const MAIL = { text: "", rest: "", attachments: [], from: "a@b.example", subject: "" };
const PROMPT = buildPrompt({ name: "A", instructions: "" }, [], MAIL);

test("no prompt is shorter than what a warning counts on", () => {
  expect(Buffer.byteLength(PROMPT.system)).toBeGreaterThanOrEqual(LEAST_INPUT);
});

// gpt-4 costs 30 and 60 USD a million: 500 tokens of an answer alone are 3 cents.
it.each([
  ["too small for the answer", 0.03, [GPT_4], 1],
  ["large enough", 0.2, [GPT_4], 0],
  ["too small for one key of two", 0.03, [GPT_4, MINI], 1],
  ["of a cent, and a model that has room in it", 0.01, [MINI], 0],
  ["for a longer answer", 0.05, [{ ...GPT_4, max_tokens: 4_000 }], 1],
  ["for a model without a listed price", 1_000, [{ ...MINI, model_name: "gpt-unlisted" }], 1],
  ["that is none", null, [GPT_4], 0],
  ["without a key", 0.01, [], 0],
])("a budget that is %s", async (_, budget, rows, count) => {
  const warnings = await budgetWarnings({ budget, whose }, rows, NOW);
  expect(warnings).toHaveLength(count);
  for (const each of warnings) expect(each).toMatch(/gpt-(4|unlisted)/);
});

test("a warned budget holds every call: what is set aside is never less than what the warning names", async () => {
  const config = { ...GPT_4, temperature: 1 };
  const setAside = (await boundCost({ config, prompt: PROMPT }, NOW)) ?? 0;
  expect(await budgetWarnings({ budget: setAside / 1e9, whose }, [GPT_4], NOW)).toEqual([]);
  const [warning] = await budgetWarnings({ budget: 0.01, whose }, [GPT_4], NOW);
  expect(warning).toContain("at least $0.0420 is reserved");
  expect(setAside).toBeGreaterThan(0.042e9);
});
