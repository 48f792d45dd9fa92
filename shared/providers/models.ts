import type { Ending, ModelRules } from "./api.ts";

/** OpenAI's guide: "reserve at least 25,000 tokens for reasoning and outputs". Only what is used is charged. */
const REASONING_HEADROOM = 25_000;

export type ModelSettings = {
  /** Undefined: send none. */
  temperature: number | undefined;
  /** The limit to send; reasoning headroom is in it. */
  maxTokens: number;
  limitName: "max_tokens" | "max_completion_tokens";
};

/**
 * What to send to this model for what its owner set. A temperature above the model's range is cut to the range and not
 * scaled, so that 0.7 means 0.7 everywhere.
 */
export function settingsFor(
  { families }: Pick<ModelRules, "families">,
  model: string,
  wanted: { temperature: number; maxTokens: number },
): ModelSettings {
  const name = bareName(model);
  const family = families.find(({ models }) => models.test(name));
  const { maxTemperature, reasonsWithin, oldLimitName } = family ?? {};
  return {
    temperature: maxTemperature === undefined ? undefined : Math.min(wanted.temperature, maxTemperature),
    maxTokens: withHeadroom(wanted.maxTokens, reasonsWithin),
    limitName: oldLimitName ? "max_tokens" : "max_completion_tokens",
  };
}

function withHeadroom(maxTokens: number, reasonsWithin: number | undefined): number {
  if (reasonsWithin === undefined) return maxTokens;
  return Math.max(maxTokens, Math.min(maxTokens + REASONING_HEADROOM, reasonsWithin));
}

/** The most tokens of one answer. Undefined for a model whose limit is not known. */
export function maxOutputOf({ maxOutput }: Pick<ModelRules, "maxOutput">, model: string): number | undefined {
  const name = bareName(model);
  return maxOutput.find(([models]) => models.test(name))?.[1];
}

/** When the model ends or ended. Undefined for one whose end nobody has published, or that we could not read. */
export function endingOf({ endings = [] }: Pick<ModelRules, "endings">, model: string): Ending | undefined {
  const name = bareName(model);
  return endings.find(({ models }) => models.test(name));
}

export function canChat({ noChat }: Pick<ModelRules, "noChat">, model: string): boolean {
  return !noChat.test(model.toLowerCase());
}

function bareName(model: string): string {
  return model.replace(/^models\//, "").toLowerCase();
}
