import type { Refusal } from "../api.ts";

/** https://developers.openai.com/api/docs/guides/error-codes (looked up in November 2026) */
export const refusals: readonly Refusal[] = [
  {
    means: "no_credit",
    status: 429,
    codes: ["insufficient_quota", "billing_not_active", "billing_hard_limit_reached"],
  },
  { means: "model_unavailable", status: 404, codes: ["model_not_found", "unsupported_model"] },
  { means: "too_long", status: 400, codes: ["context_length_exceeded", "string_above_max_length"] },
  // One request above the account's tokens per minute: waiting never helps.
  {
    means: "too_long",
    status: 429,
    codes: ["rate_limit_exceeded"],
    text: /request too large/i,
    message: "Request too large for gpt-4",
  },
  { means: "refused", status: 400, codes: ["content_policy_violation", "content_filter", "invalid_prompt"] },
];
