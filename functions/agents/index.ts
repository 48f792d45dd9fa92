import { AddressClaims } from "../../shared/agents/address-claims.ts";
import { AgentAddresses } from "../../shared/agents/agent-addresses.ts";
import { AgentStore } from "../../shared/agents/agent-store.ts";
import { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import { addressRoutes, agentRoutes } from "../../shared/api/routes/agents.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { BlockList } from "../../shared/correspondents/block-list.ts";
import { HolderStore } from "../../shared/domains/holder-store.ts";
import { isHeldBy } from "../../shared/domains/may-use.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { apiCallers } from "../../shared/http/callers.ts";
import { ADDRESS_CHECKS, ADDRESS_CLAIMS, HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { DenyList } from "../../shared/senders/deny-list.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { schema } from "./env.ts";
import { agentHandlers } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();
const users = new UserStore(db, env.USERS_TABLE);

const claims = new AddressClaims(db, env.ADDRESSES_TABLE, env.MAIL_DOMAIN);

const holders = new HolderStore(db, env.DOMAIN_HOLDERS_TABLE);

const handlers = agentHandlers({
  agents: new AgentStore(db, env.AGENTS_TABLE),
  claims,
  agentAddresses: new AgentAddresses(db, env.AGENTS_TABLE, claims),
  addressChecks: new HourlyLimit(db, env.HOURLY_LIMITS_TABLE, ADDRESS_CHECKS),
  addressClaims: new HourlyLimit(db, env.HOURLY_LIMITS_TABLE, ADDRESS_CLAIMS),
  domains: { shared: env.MAIL_DOMAIN, isOwn: (user_id, domain) => isHeldBy(user_id, domain, holders) },
  blocked: new BlockList(db, env.BLOCKED_TABLE),
  denied: new DenyList(db, env.DENIED_SENDERS_TABLE),
  jobs: new JobQueue(lazySqs(), env.AGENT_RUNS_QUEUE_URL),
  keys: { configs: new ConfigStore(db, env.AI_CONFIGURATIONS_TABLE), users },
  now: () => new Date(),
});

export const handler = apiHandler({ ...agentRoutes, ...addressRoutes }, handlers, apiCallers(env, db));
