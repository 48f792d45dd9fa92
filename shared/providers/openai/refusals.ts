import type { Refusal } from "../api.ts";

/*
 * Looked up on 28 November 2026. [1] https://developers.openai.com/api/docs/guides/error-codes,
 * [2] https://help.openai.com/en/articles/6614457-troubleshooting-api-usage-and-spend-limits,
 * [3] https://developers.openai.com/api/docs/guides/ip-allowlist; the other rows are from bodies in users' reports.
 */

/** Causes that the owner must fix at the provider. They come before rows that match by status alone. */
const account: readonly Refusal[] = [
  // [1], [2]
  {
    means: "no_credit",
    status: 429,
    codes: [
      "credit_balance_exhausted",
      "organization_spend_limit_exceeded",
      "project_spend_limit_exceeded",
      "organization_usage_limit_exceeded",
      "insufficient_quota",
      "billing_not_active",
      "billing_hard_limit_reached",
    ],
  },
  // [1], [3]
  { means: "address_blocked", status: 401, codes: ["ip_not_authorized"] },
  {
    means: "address_blocked",
    status: 401,
    text: /\bip( address)? is not authorized|\bip not authorized/i,
    message: "Your IP is not authorized to use this API key.",
  },
  // [1]: depends on the address that the call came from, which is ours
  { means: "place_blocked", status: 403, codes: ["unsupported_country_region_territory"] },
  {
    means: "place_blocked",
    status: 403,
    text: /country, region, or territory not supported/i,
    message: "Country, region, or territory not supported",
  },
  // A restricted key or a member's role. The status is 401, or 403 if the project's list of endpoints forbids the call.
  {
    means: "lacks_rights",
    status: 401,
    text: /missing scopes|insufficient permissions/i,
    message: "You have insufficient permissions for this operation. Missing scopes: model.request.",
  },
  // [1]
  { means: "lacks_rights", status: 401, codes: ["no_organization"] },
  {
    means: "lacks_rights",
    status: 401,
    text: /must be a member of an organization/i,
    message: "You must be a member of an organization to use the API.",
  },
  { means: "account_suspended", status: 401, codes: ["account_deactivated", "access_terminated"] },
  {
    means: "account_suspended",
    status: 401,
    text: /\b(account|organization|project)\b.{0,80}\bbeen (archived|deactivated|disabled|suspended)|access was terminated/i,
    message: "The project you are requesting has been archived and is no longer accessible",
  },
];

const models: readonly Refusal[] = [
  {
    means: "verification_needed",
    status: 404,
    text: /organization must be verified/i,
    message: "Your organization must be verified to use the model `o3`.",
  },
  { means: "model_unavailable", status: 404, codes: ["model_not_found", "unsupported_model"] },
  {
    means: "model_unavailable",
    status: 403,
    text: /not allowed to sample from this model|not have access to (the )?model/i,
    message: "You are not allowed to sample from this model",
  },
];

const calls: readonly Refusal[] = [
  { means: "too_long", status: 400, codes: ["context_length_exceeded", "string_above_max_length"] },
  // One request exceeds the account's tokens per minute, so waiting never helps.
  {
    means: "too_long",
    status: 429,
    codes: ["rate_limit_exceeded"],
    text: /request too large/i,
    message: "Request too large for gpt-4",
  },
  { means: "refused", status: 400, codes: ["content_policy_violation", "content_filter", "invalid_prompt"] },
  // [1]; `slow_down` is a 503 too
  { means: "rate_limited", status: 429, codes: ["rate_limit_exceeded", "slow_down"] },
  { means: "key_rejected", status: 401, codes: ["invalid_api_key"] },
  { means: "provider_down", status: 503, codes: ["server_is_overloaded", "engine_overloaded"] },
  { means: "bad_call", status: 400 },
  { means: "key_rejected", status: 401 },
  { means: "rate_limited", status: 429 },
  { means: "provider_down", status: 500 },
  { means: "provider_down", status: 503 },
];

export const refusals: readonly Refusal[] = [...account, ...models, ...calls];
