import type { Refusal } from "../api.ts";

/*
 * Looked up on 28 November 2026. [1] https://ai.google.dev/gemini-api/docs/troubleshooting, [2] google/api/error_reason.proto
 * of https://github.com/googleapis/googleapis, whose reasons any Google API may return. The texts are from users' reports of these
 * reasons, for errors without details.
 */

/** Causes that the owner must fix at the provider. They come before rows that match by status alone. */
const account: readonly Refusal[] = [
  // [2]
  { means: "service_disabled", status: 403, codes: ["SERVICE_DISABLED", "SERVICE_NOT_VISIBLE"] },
  {
    means: "service_disabled",
    status: 403,
    text: /has not been used in project|it is disabled\b/i,
    message: "Generative Language API has not been used in project 1 before or it is disabled.",
  },
  // [2]: these names and, in older answers, the names without their prefix
  {
    means: "address_blocked",
    status: 403,
    codes: [
      ...["API_KEY_HTTP_REFERRER_BLOCKED", "API_KEY_IP_ADDRESS_BLOCKED", "API_KEY_ANDROID_APP_BLOCKED"],
      ...["API_KEY_IOS_APP_BLOCKED", "HTTP_REFERRER_BLOCKED", "IP_ADDRESS_BLOCKED", "ANDROID_APP_BLOCKED"],
      ...["IOS_APP_BLOCKED", "SECURITY_POLICY_VIOLATED", "MISSING_ORIGIN"],
    ],
  },
  {
    means: "address_blocked",
    status: 403,
    text: /ip address restriction|requests from (referer|this (ip|android|ios))/i,
    message: "Requests from referer <empty> are blocked.",
  },
  {
    means: "lacks_rights",
    status: 403,
    codes: [
      ...["API_KEY_SERVICE_BLOCKED", "SERVICE_BLOCKED", "USER_PROJECT_DENIED", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"],
      ...["IAM_PERMISSION_DENIED", "USER_BLOCKED_BY_ADMIN", "RESOURCE_USAGE_RESTRICTION_VIOLATED"],
      ...["ORG_RESTRICTION_VIOLATION", "LOCATION_POLICY_VIOLATED", "LOCATION_ORG_POLICY_VIOLATED"],
    ],
  },
  {
    means: "lacks_rights",
    status: 403,
    text: /requests to this api .{0,200}are blocked/i,
    message: "Requests to this API generativelanguage.googleapis.com method GenerateContent are blocked.",
  },
  {
    means: "account_suspended",
    status: 403,
    codes: [
      ...["CONSUMER_SUSPENDED", "CONSUMER_INVALID", "RESOURCE_PROJECT_INVALID", "ACCOUNT_STATE_INVALID"],
      "GCP_SUSPENDED",
    ],
  },
  {
    means: "account_suspended",
    status: 403,
    text: /has been (suspended|disabled|denied access)/i,
    message: "Your project has been denied access. Please contact support.",
  },
  { means: "no_credit", status: 403, codes: ["BILLING_DISABLED"] },
  // [1]: the free tier is not available everywhere; a paid tier is
  {
    means: "no_credit",
    status: 400,
    text: /free tier is not available|enable billing/i,
    message: "Gemini API free tier is not available in your country. Please enable billing on your project.",
  },
  {
    means: "no_credit",
    status: 429,
    text: /credits are depleted|spend(ing)? cap/i,
    message: "Your prepayment credits are depleted.",
  },
  // Depends on the address that the call came from, which is ours.
  {
    means: "place_blocked",
    status: 400,
    text: /location is not supported/i,
    message: "User location is not supported for the API use.",
  },
];

const calls: readonly Refusal[] = [
  // The free tier's quota is 0 for some models.
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
  // [2]
  {
    means: "key_rejected",
    status: 400,
    codes: ["API_KEY_INVALID", "ACCESS_TOKEN_EXPIRED", "ACCESS_TOKEN_TYPE_UNSUPPORTED", "CREDENTIALS_MISSING"],
  },
  {
    means: "key_rejected",
    status: 403,
    text: /api key (not valid|not found|expired)|reported as leaked/i,
    message: "Your API key was reported as leaked. Please use another API key.",
  },
  {
    means: "rate_limited",
    status: 429,
    codes: ["RATE_LIMIT_EXCEEDED", "RESOURCE_QUOTA_EXCEEDED", "RESOURCE_EXHAUSTED"],
  },
  { means: "bad_call", status: 400, codes: ["SYSTEM_PARAMETER_UNSUPPORTED"] },
  // [1]
  { means: "lacks_rights", status: 403, codes: ["PERMISSION_DENIED"] },
  { means: "model_unavailable", status: 404, codes: ["NOT_FOUND"] },
  { means: "connection_lost", status: 499, codes: ["CANCELLED"] },
  { means: "provider_down", status: 500, codes: ["INTERNAL"] },
  { means: "provider_down", status: 503, codes: ["UNAVAILABLE"] },
  { means: "timeout", status: 504, codes: ["DEADLINE_EXCEEDED"] },
  { means: "bad_call", status: 400 },
];

export const refusals: readonly Refusal[] = [...account, ...calls];
