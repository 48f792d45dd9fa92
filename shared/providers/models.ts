import type { Ending, ModelRules } from "./api.ts";

/** OpenAI's guide: "reserve at least 25,000 tokens for reasoning and outputs". Unused tokens are not charged. */
const REASONING_HEADROOM = 25_000;

export type ModelSettings = {
  /** Undefined: send none. */
  temperature: number | undefined;
  /** The limit to send, including reasoning headroom. */
  maxTokens: number;
  limitName: "max_tokens" | "max_completion_tokens";
};

/**
 * Returns the parameters to send to a model for the owner's settings. A temperature above the model's range is capped
 * and not scaled, so that 0.7 means 0.7 everywhere.
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

/** The most tokens of one answer; undefined if the limit is not known. */
export function maxOutputOf({ maxOutput }: Pick<ModelRules, "maxOutput">, model: string): number | undefined {
  const name = bareName(model);
  return maxOutput.find(([models]) => models.test(name))?.[1];
}

/** When the model ends or ended; undefined if no end is published or readable for us. */
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
