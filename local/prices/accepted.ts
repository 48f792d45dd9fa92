import type { Provider } from "../../shared/providers/registry.ts";
import type { Kind } from "./compare.ts";

type Accepted = { kind: Kind; provider: Provider; models: RegExp; why: string };

const ALIAS = "It may name a different model from one day to the next, and our price would still be the old model's.";
const SPECIAL = "It is made for one field and few accounts. An owner who may use it can give its price.";

/** Differences that somebody has reviewed, last on 2026-11-28. They are counted and not printed. */
export const ACCEPTED: readonly Accepted[] = [
  { kind: "missing", provider: "gemini", models: /^gemini-(pro|flash|flash-lite)-latest$/, why: ALIAS },
  { kind: "missing", provider: "openai", models: /^(chat|daybreak-(red|blue))-latest$/, why: ALIAS },
  { kind: "missing", provider: "openai", models: /-(cyber|law)(-preview)?$|rosalind/, why: SPECIAL },
  { kind: "missing", provider: "anthropic", models: /^claude-mythos-/, why: SPECIAL },
  {
    kind: "missing",
    provider: "gemini",
    models: /^gemini-(gemma-2|exp)-/,
    why: "It has open weights and was an experiment of 2024.",
  },
  {
    kind: "missing",
    provider: "openai",
    models: /^gpt-5-search-api/,
    why: "It searches the web for each answer. That costs extra, and we would not count it.",
  },
];
