import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { AddressClaims } from "../../shared/agents/address-claims.ts";
import type { Agent } from "../../shared/agents/agent.ts";
import { AgentStore } from "../../shared/agents/agent-store.ts";
import { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import type { Provider } from "../../shared/providers/registry.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { someAgent } from "../support/agents.ts";
import { MARK_TABLES, REMINDER_TABLE, WEBHOOK_TABLES } from "../support/tables.ts";
import { type Backend, MAIL_DOMAIN } from "./backend.ts";

export const TABLES = {
  users: { partition: "user_id" },
  configs: { partition: "user_id", sort: "provider" },
  agents: { partition: "user_id", sort: "agent_id" },
  addresses: { partition: "address" },
  runs: {
    partition: "user_id",
    sort: "run_id",
    indexes: {
      by_agent: { partition: "user_id", sort: "agent_run" },
      by_thread: { partition: "user_id", sort: "thread_run" },
      unsettled: { partition: "unsettled_shard", sort: "next_check_at" },
    },
  },
  ...MARK_TABLES,
  ...REMINDER_TABLE,
  ...WEBHOOK_TABLES,
};

type Spec = {
  user: string;
  provider: Provider;
  model: string;
  active: boolean;
  mode?: Agent["mode"];
  budget?: number;
};

/** The owner whose answers wait as drafts. */
export const DRAFTER = "erin";

const PEOPLE: Spec[] = [
  { user: "alice", provider: "openai", model: "gpt-4", active: true, budget: 100_000 },
  { user: "bob", provider: "gemini", model: "gemini-2.5-flash", active: true },
  { user: "dora", provider: "anthropic", model: "claude-sonnet-4-5", active: true },
  { user: DRAFTER, provider: "openai", model: "gpt-4", active: true, mode: "draft" },
  { user: "paul", provider: "openai", model: "gpt-4", active: false },
];

/** One agent and the clear key that pays for it. */
export type Person = { agent: Agent; key: string };

export const keyOf = (user: string): string => `sk-key-of-${user}`;

/**
 * Five owners with a key and an agent each. The first has budgets, one uses drafts, and the last one's agent is
 * switched off.
 */
export async function addPeople(db: DynamoDBDocumentClient, backend: Backend): Promise<Person[]> {
  return Promise.all(PEOPLE.map((spec) => addPerson(spec, db, backend)));
}

async function addPerson(
  { user, provider, model, active, budget, mode = "auto_reply" }: Spec,
  db: DynamoDBDocumentClient,
  backend: Backend,
) {
  const key = keyOf(user);
  const address = `${user}box@${MAIL_DOMAIN}`;
  const ids = { user_id: user, agent_id: `agent${user}` };
  const limits = { max_mails_per_day: 1_000_000, max_usd_per_day: budget ?? null };
  const agent = someAgent({ ...ids, address, is_active: active, mode, ...limits });
  const sealed = await backend.seal(user, provider, key);
  const settings = { model_name: model, temperature: 0.7, max_tokens: 500 };
  await new ConfigStore(db, "configs").save(user, provider, { ...sealed, ...settings }, new Date());
  const account = { user_id: user, email: `${user}@example.com`, name: user, created_at: "2026-11-01T00:00:00.000Z" };
  await new UserStore(db, "users").add({ ...account, monthly_budget_usd: budget });
  await new AgentStore(db, "agents").add(agent);
  await new AddressClaims(db, "addresses", MAIL_DOMAIN).claim({ ...ids, address });
  return { agent, key };
}
