import type { Refusal } from "../api.ts";

/*
 * Looked up on 28 November 2026. [1] https://platform.claude.com/docs/en/api/errors, [2] .../docs/en/api/rate-limits,
 * [3] .../docs/en/manage-claude/ip-allowlist, [4] https://www.anthropic.com/supported-countries; the
 * other rows are from users' reports.
 */

/** Causes that the owner must fix at the provider. They come before rows that match by status alone. */
const account: readonly Refusal[] = [
  // [1], [2]: 402 for an unpaid bill, 429 for the cap of the tier
  {
    means: "no_credit",
    status: 402,
    codes: ["billing_error", "contract_spend_limit_reached", "enforced_spend_limit_reached"],
  },
  {
    means: "no_credit",
    status: 400,
    text: /credit balance is too low/i,
    message: "Your credit balance is too low to access the Anthropic API.",
  },
  // [1]: a limit that the owner has set for the organization or the workspace
  {
    means: "no_credit",
    status: 400,
    text: /reached your (specified )?(workspace )?api usage limits/i,
    message: "You have reached your specified workspace API usage limits. You will regain access on 2026-12-01.",
  },
  { means: "account_suspended", status: 400, codes: ["organization_on_hold"] },
  {
    means: "account_suspended",
    status: 400,
    text: /(organization|workspace|account) (has been|is) (disabled|archived|deactivated|suspended|on hold)/i,
    message: "This organization has been disabled.",
  },
  // [3]
  {
    means: "address_blocked",
    status: 403,
    codes: ["permission_error"],
    text: /\bip address\b/i,
    message: "Your IP address isn't in this organization's allowed range.",
  },
  // [4]: depends on the address that the call came from, which is ours
  { means: "place_blocked", status: 403, text: /^request not allowed/i, message: "Request not allowed" },
  {
    means: "place_blocked",
    status: 403,
    text: /unsupported (country|countries|region|location)/i,
    message: "Access to Anthropic models is not allowed from unsupported countries, regions, or territories.",
  },
  {
    means: "model_unavailable",
    status: 403,
    codes: ["permission_error"],
    text: /\bmodels?\b|\bclaude-/i,
    message: "Your organization does not have access to the model claude-opus-5-5.",
  },
  // [1]
  { means: "lacks_rights", status: 403, codes: ["permission_error"] },
];

const calls: readonly Refusal[] = [
  {
    means: "refused",
    status: 400,
    text: /blocked by content filtering policy/i,
    message: "Output blocked by content filtering policy",
  },
  // [1]
  { means: "too_long", status: 413, codes: ["request_too_large"] },
  {
    means: "too_long",
    status: 400,
    codes: ["invalid_request_error"],
    text: /prompt is too long|exceeds? (the )?context/i,
    message: "prompt is too long: 205000 tokens > 200000 maximum",
  },
  { means: "key_rejected", status: 401, codes: ["authentication_error"] },
  { means: "model_unavailable", status: 404, codes: ["not_found_error"] },
  { means: "provider_down", status: 409, codes: ["conflict_error"] },
  { means: "rate_limited", status: 429, codes: ["rate_limit_error"] },
  { means: "provider_down", status: 500, codes: ["api_error"] },
  { means: "timeout", status: 504, codes: ["timeout_error"] },
  { means: "provider_down", status: 529, codes: ["overloaded_error"] },
  { means: "bad_call", status: 400 },
];

export const refusals: readonly Refusal[] = [...account, ...calls];
