import type { ModelRules } from "./api.ts";
import type { Patience } from "./silence.ts";

/** Who has begun to write goes on within seconds. A model that reasons may stop to think amid its answer. */
const SILENCE_MS = 75_000;

/**
 * A model that reasons may send nothing at all until it has done so: 79 s were measured of Chat Completions
 * (https://github.com/BerriAI/litellm/issues/36992), and that cannot be told from a provider that hangs.
 */
export function patienceWith({ families }: Pick<ModelRules, "families">, model: string): Patience {
  const name = model.replace(/^models\//, "").toLowerCase();
  const reasons = families.find(({ models }) => models.test(name))?.reasonsWithin !== undefined;
  return { beforeText: reasons ? undefined : SILENCE_MS, afterwards: SILENCE_MS };
}
