import type { Refusal } from "../api.ts";

/** https://platform.claude.com/docs/en/api/errors (looked up in November 2026); detail codes: the SDK's core/error-classes */
export const refusals: readonly Refusal[] = [
  {
    means: "no_credit",
    status: 402,
    codes: ["billing_error", "contract_spend_limit_reached", "enforced_spend_limit_reached"],
  },
  {
    means: "no_credit",
    status: 400,
    text: /credit balance is too low|reached your specified api usage limits/i,
    message: "Your credit balance is too low to access the Anthropic API.",
  },
  { means: "key_rejected", status: 403, codes: ["organization_on_hold"] },
  {
    means: "key_rejected",
    status: 400,
    text: /organization has been disabled/i,
    message: "This organization has been disabled.",
  },
  { means: "too_long", status: 413, codes: ["request_too_large"] },
  {
    means: "too_long",
    status: 400,
    codes: ["invalid_request_error"],
    text: /prompt is too long|exceeds? (the )?context/i,
    message: "prompt is too long: 205000 tokens > 200000 maximum",
  },
];
