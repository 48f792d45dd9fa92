import type { Refusal } from "../api.ts";

/**
 * https://ai.google.dev/gemini-api/docs/troubleshooting (looked up in November 2026); the reasons stand in
 * google/api/error_reason.proto.
 */
export const refusals: readonly Refusal[] = [
  { means: "key_rejected", status: 400, codes: ["API_KEY_INVALID"] },
  { means: "no_credit", status: 403, codes: ["BILLING_DISABLED"] },
  {
    means: "no_credit",
    status: 429,
    text: /credits are depleted|enable billing|spend(ing)? cap/i,
    message: "Your prepayment credits are depleted.",
  },
  // The free tier has a quota of nothing for some models.
  {
    means: "model_unavailable",
    status: 429,
    codes: ["RESOURCE_EXHAUSTED"],
    text: /limit: 0\b/,
    message: "Quota exceeded for metric: free_tier_requests, limit: 0, model: gemini-2.5-pro",
  },
  {
    means: "too_long",
    status: 400,
    codes: ["INVALID_ARGUMENT"],
    text: /token count.*exceeds the maximum/i,
    message: "The input token count (1048577) exceeds the maximum number of tokens allowed",
  },
];
