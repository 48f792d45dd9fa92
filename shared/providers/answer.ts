import type { Provider } from "../api/fields.ts";
import { LatchkeyError } from "../errors.ts";
import type { ProviderAnswer, Tokens } from "./provider.ts";

type Finish = "end" | "length" | "refused" | "unusable";

/**
 * Why a model stopped, in the providers' words. A word that is not here is taken for `end`: it is a new one, and an
 * answer that has text and is paid for is not thrown away for it.
 */
const FINISH: Record<Provider, ReadonlyMap<string, Finish>> = {
  // https://developers.openai.com/api/reference/resources/chat
  openai: new Map([
    ["stop", "end"],
    ["length", "length"],
    ["content_filter", "refused"],
    ["tool_calls", "unusable"],
    ["function_call", "unusable"],
  ]),
  // https://ai.google.dev/api/generate-content#FinishReason
  gemini: new Map([
    ["STOP", "end"],
    ["MAX_TOKENS", "length"],
    ["SAFETY", "refused"],
    ["RECITATION", "refused"],
    ["LANGUAGE", "refused"],
    ["BLOCKLIST", "refused"],
    ["PROHIBITED_CONTENT", "refused"],
    ["SPII", "refused"],
    ["OTHER", "unusable"],
    ["MALFORMED_FUNCTION_CALL", "unusable"],
    ["UNEXPECTED_TOOL_CALL", "unusable"],
  ]),
  // https://platform.claude.com/docs/en/api/messages (stop_reason)
  anthropic: new Map([
    ["end_turn", "end"],
    ["stop_sequence", "end"],
    ["max_tokens", "length"],
    ["model_context_window_exceeded", "length"],
    ["refusal", "refused"],
    ["tool_use", "unusable"],
    ["pause_turn", "unusable"],
  ]),
};

/**
 * What a provider's 200 is worth.
 * @throws LatchkeyError `refused`, or `bad_answer` when there is no text: a model can reason until its limit. Both are
 *   charged for, and carry the tokens
 */
export function toAnswer(provider: Provider, reason: string, text: string, tokens: Tokens): ProviderAnswer {
  const finish = FINISH[provider].get(reason) ?? "end";
  if (finish === "refused") throw new LatchkeyError("refused", { tokens });
  if (finish === "unusable" || text.trim() === "") throw new LatchkeyError("bad_answer", { tokens });
  return { text, tokens, stop: finish };
}
