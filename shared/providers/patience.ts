import type { ModelRules } from "./api.ts";
import type { Patience } from "./silence.ts";

/**
 * A provider that has begun to write continues within seconds. A model that reasons may pause to think during its
 * answer.
 */
const SILENCE_MS = 75_000;

/**
 * How long a provider may be silent. A model that reasons may send nothing until it has finished reasoning: 79 s were
 * measured with Chat Completions (https://github.com/BerriAI/litellm/issues/36992). This looks the same as a provider
 * that hangs.
 */
export function choosePatience({ families }: Pick<ModelRules, "families">, model: string): Patience {
  const name = model.replace(/^models\//, "").toLowerCase();
  const reasons = families.find(({ models }) => models.test(name))?.reasonsWithin !== undefined;
  return { beforeText: reasons ? undefined : SILENCE_MS, afterwards: SILENCE_MS };
}
