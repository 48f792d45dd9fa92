import type { Provider } from "../../shared/providers/registry.ts";
import type { Kind } from "./compare.ts";

type Accepted = { kind: Kind; provider: Provider; models: RegExp; why: string };

const ALIAS =
  "It stands for another model from one day to the next, and a price of ours would go on standing for the old one.";
const SPECIAL = "Made for one field, and for few accounts. An owner who may use it can give its price.";

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
    why: "Open weights, and an experiment of 2024.",
  },
  {
    kind: "missing",
    provider: "openai",
    models: /^gpt-5-search-api/,
    why: "It searches the web for each answer, which costs beside its tokens and which we would not count.",
  },
];
