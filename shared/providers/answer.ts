import { LatchkeyError } from "../errors.ts";
import type { Finish, ProviderAnswer, ReadAnswer } from "./api.ts";
import type { Served } from "./served.ts";
import { isVisible } from "./visible.ts";

/**
 * Turns a provider's 200 into an answer. `broken`: the answer was cut off before the provider ended it.
 *   billed, and the error carries the tokens
 * @throws LatchkeyError `refused`, or `bad_answer` without visible text: a model can reason until its limit. Both are
 */
export function toAnswer(
  finishes: ReadonlyMap<string, Finish>,
  { text, finish: word, tokens, served }: ReadAnswer & { served: Served },
  broken: boolean,
): ProviderAnswer {
  const finish = finishes.get(word) ?? "end";
  const used = tokens.input === null && tokens.output === null ? {} : { tokens };
  if (finish === "refused") throw new LatchkeyError("refused", used);
  if (finish === "unusable" || !isVisible(text)) throw new LatchkeyError("bad_answer", used);
  if (broken) return { text, tokens: { ...tokens, doubt: tokens.doubt ?? "partial" }, stop: "broken", served };
  return { text, tokens, stop: finish, served };
}
