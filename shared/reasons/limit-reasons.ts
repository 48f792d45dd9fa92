import type { Fix, HeldReason } from "./reason.ts";

const ADD_KEY: Fix = { label: "Add a key", page: "keys" };
const CHANGE_MODEL: Fix = { label: "Choose another model", page: "keys" };
const RAISE_LIMITS: Fix = { label: "Raise the agent's limits", page: "agent" };
const WHEN_RAISED = "Once you raise it, this mail is answered at once.";

/**
 * Which limit holds a mail. `limits` resolves a reason when the owner raises a budget or an agent's daily limit, `day`
 * and `month` when the limit renews, `hours` when the agent's office hours begin or are changed. Nothing resolves the
 * caps per correspondent, because they end mail loops.
 */
export const LIMIT_REASONS = {
  daily_limit: {
    owner:
      "The agent has answered as many mails as its daily limit allows. The mail continues by itself when the next day begins (UTC).",
    operator: null,
    resolvedBy: ["limits", "day"],
    help: { fix: { label: "Raise the agent's limit", page: "agent" }, note: WHEN_RAISED, retry: true },
  },
  monthly_budget: {
    owner:
      "Your monthly budget has no room for another answer. The most that a call may cost is reserved before it is made. The mail continues by itself when the next month begins (UTC).",
    operator: null,
    resolvedBy: ["settings", "limits", "month"],
    help: { fix: { label: "Raise the budget", page: "account" }, note: WHEN_RAISED, retry: true },
  },
  agent_daily_budget: {
    owner:
      "The agent's daily budget has no room for another answer. The most that a call may cost is reserved before it is made. The mail continues by itself when the next day begins (UTC).",
    operator: null,
    resolvedBy: ["settings", "limits", "day"],
    help: { fix: { label: "Raise the agent's budget", page: "agent" }, note: WHEN_RAISED, retry: true },
  },
  price_unknown: {
    owner: "There is a budget, but the model has no listed price, so the cost of an answer is unknown.",
    operator: "Many for one model: its price is missing. Run `npm run prices`.",
    resolvedBy: ["key", "settings", "limits"],
    help: {
      fix: CHANGE_MODEL,
      note: "Choose another model, or give its price in the key's settings, and this mail is answered by itself.",
      retry: true,
    },
  },
  free_mails_used: {
    owner:
      "The month's free answers are used up. Store a key of your own, and the mail is answered. Otherwise it continues by itself when the next month begins (UTC).",
    operator: null,
    resolvedBy: ["key", "month"],
    help: { fix: ADD_KEY, retry: true },
  },
  correspondent_cap: {
    owner: "The agent has answered this correspondent as often as its hourly or daily limit allows.",
    operator: "Many at one agent: a mail loop, which the cap has ended. Look at the correspondent's mails.",
    resolvedBy: [],
    help: { fix: RAISE_LIMITS, retry: true },
  },
  domain_cap: {
    owner: "The agent has answered this correspondent's domain as often as its hourly limit allows.",
    operator: "Many at one agent: a mail loop, which the cap has ended. Look at the correspondent's mails.",
    resolvedBy: [],
    help: { fix: RAISE_LIMITS, retry: true },
  },
  office_closed: {
    owner: "The mail came outside of the agent's office hours. It continues by itself when they begin.",
    operator: null,
    resolvedBy: ["hours"],
    help: {
      fix: { label: "See the office hours", page: "agent" },
      note: "You can also have it answered now.",
      retry: true,
    },
  },
  correspondent_blocked: {
    owner: "A reply to this correspondent bounced for good or was called spam. Unblock them to answer again.",
    operator: null,
    resolvedBy: [],
    help: { fix: "unblock", retry: true },
  },
} as const satisfies Record<string, HeldReason>;
