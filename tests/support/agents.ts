import type { Agent } from "../../shared/agents/agent.ts";

/** An agent of Alice's, with any of its fields replaced. */
export function someAgent(changes: Partial<Agent> = {}): Agent {
  return {
    user_id: "alice",
    agent_id: "agent1",
    name: "Support",
    type: "email_inbound",
    address: "abcdefghij@agents.example",
    other_addresses: [],
    addresses_version: 0,
    mode: "auto_reply",
    instructions: "Be kind.",
    provider: null,
    fallback_provider: null,
    max_mails_per_day: 1_000,
    max_usd_per_day: null,
    max_replies_per_correspondent_per_hour: 6,
    max_replies_per_correspondent_per_day: 20,
    max_replies_per_domain_per_hour: 60,
    form_domains: [],
    answer_only: [],
    quote_original: false,
    summary_hour: 8,
    time_zone: "UTC",
    is_active: true,
    paused_reason: null,
    created_at: "2026-11-23T12:00:00.000Z",
    updated_at: "2026-11-23T12:00:00.000Z",
    ...changes,
  };
}
