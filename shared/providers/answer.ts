import { LatchkeyError } from "../errors.ts";
import type { Finish, ProviderAnswer, ReadAnswer } from "./api.ts";
import { isVisible } from "./visible.ts";

/**
 * What a provider's 200 is worth.
 * @throws LatchkeyError `refused`, or `bad_answer` when there is no text to see: a model can reason until its limit. Both are
 *   charged for, and carry the tokens
 */
export function toAnswer(
  finishes: ReadonlyMap<string, Finish>,
  { text, finish: word, tokens }: ReadAnswer,
): ProviderAnswer {
  const finish = finishes.get(word) ?? "end";
  if (finish === "refused") throw new LatchkeyError("refused", { tokens });
  if (finish === "unusable" || !isVisible(text)) throw new LatchkeyError("bad_answer", { tokens });
  return { text, tokens, stop: finish };
}
