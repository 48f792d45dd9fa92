import type { Provider } from "../api/fields.ts";
import type { ErrorCode } from "../errors.ts";

/** An HTTP error of a provider, as far as it tells one cause from another. `text` is matched and never repeated. */
export type Refusal = { status: number; codes: string[]; text: string };

type Rule = { means: ErrorCode; codes?: string[]; text?: RegExp };

/** The first rule that matches counts; where a rule has codes and text, both must match. */
const RULES: Record<Provider, readonly Rule[]> = {
  // https://developers.openai.com/api/docs/guides/error-codes
  openai: [
    { means: "no_credit", codes: ["insufficient_quota", "billing_not_active", "billing_hard_limit_reached"] },
    { means: "model_unavailable", codes: ["model_not_found", "unsupported_model"] },
    { means: "too_long", codes: ["context_length_exceeded", "string_above_max_length"] },
    // One request above the account's tokens per minute: waiting never helps.
    { means: "too_long", codes: ["rate_limit_exceeded"], text: /request too large/i },
    { means: "refused", codes: ["content_policy_violation", "content_filter", "invalid_prompt"] },
  ],
  // https://ai.google.dev/gemini-api/docs/troubleshooting; reasons: google/api/error_reason.proto
  gemini: [
    { means: "key_rejected", codes: ["API_KEY_INVALID"] },
    { means: "no_credit", codes: ["BILLING_DISABLED"] },
    { means: "no_credit", text: /credits are depleted|enable billing|spend(ing)? cap/i },
    // The free tier has a quota of nothing for some models.
    { means: "model_unavailable", codes: ["RESOURCE_EXHAUSTED"], text: /limit: 0\b/ },
    { means: "too_long", codes: ["INVALID_ARGUMENT"], text: /token count.*exceeds the maximum/i },
  ],
  // https://platform.claude.com/docs/en/api/errors; the detail codes: the SDK's core/error-classes
  anthropic: [
    { means: "no_credit", codes: ["billing_error", "contract_spend_limit_reached", "enforced_spend_limit_reached"] },
    { means: "no_credit", text: /credit balance is too low|reached your specified api usage limits/i },
    { means: "key_rejected", codes: ["organization_on_hold"] },
    { means: "key_rejected", text: /organization has been disabled/i },
    { means: "too_long", codes: ["request_too_large"] },
    { means: "too_long", codes: ["invalid_request_error"], text: /prompt is too long|exceeds? (the )?context/i },
  ],
};

const BY_STATUS: Record<number, ErrorCode> = {
  401: "key_rejected",
  402: "no_credit",
  403: "key_rejected",
  404: "model_unavailable",
  408: "provider_down",
  409: "provider_down",
  413: "too_long",
  429: "rate_limited",
  // A gateway broke between us and the model, which may have done its work.
  502: "connection_lost",
  520: "connection_lost",
  // A gateway gave up waiting for the model, which may still finish and be charged.
  504: "timeout",
  524: "timeout",
};

export function meaningOf(provider: Provider, refusal: Refusal): ErrorCode {
  const rule = RULES[provider].find((each) => matches(each, refusal));
  if (rule) return rule.means;
  const means = BY_STATUS[refusal.status];
  if (means) return means;
  return refusal.status >= 400 && refusal.status < 500 ? "bad_call" : "provider_down";
}

function matches({ codes, text }: Rule, refusal: Refusal): boolean {
  const coded = codes === undefined || codes.some((code) => refusal.codes.includes(code));
  return coded && (text === undefined || text.test(refusal.text));
}
