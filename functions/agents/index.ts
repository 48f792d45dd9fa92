import { AddressStore } from "../../shared/agents/address-store.ts";
import { AgentStore } from "../../shared/agents/agent-store.ts";
import { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import { agentRoutes } from "../../shared/api/routes/agents.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { BlockList } from "../../shared/correspondents/block-list.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../shared/http/token-verifier.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { livingUsers } from "../../shared/users/living-users.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { schema } from "./env.ts";
import { agentHandlers } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();
const users = new UserStore(db, env.USERS_TABLE);

const handlers = agentHandlers({
  agents: new AgentStore(db, env.AGENTS_TABLE),
  addresses: new AddressStore(db, env.ADDRESSES_TABLE),
  blocked: new BlockList(db, env.BLOCKED_TABLE),
  jobs: new JobQueue(lazySqs(), env.AGENT_RUNS_QUEUE_URL),
  keys: { configs: new ConfigStore(db, env.AI_CONFIGURATIONS_TABLE), users },
  mailDomain: env.MAIL_DOMAIN,
  now: () => new Date(),
});

export const handler = apiHandler(agentRoutes, handlers, livingUsers(tokenVerifier(env), users));
