import { AgentStore } from "../../shared/agents/agent-store.ts";
import { domainRoutes } from "../../shared/api/routes/domains.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { checksOf } from "../../shared/domains/wire.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { apiCallers } from "../../shared/http/callers.ts";
import { DOMAIN_CHECKS, HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import { schema } from "./env.ts";
import { domainHandlers } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();

const handlers = domainHandlers({
  ...checksOf(db, env),
  agents: new AgentStore(db, env.AGENTS_TABLE),
  looks: new HourlyLimit(db, env.HOURLY_LIMITS_TABLE, DOMAIN_CHECKS),
  reserved: { mailDomain: env.MAIL_DOMAIN, others: env.RESERVED_DOMAINS.split(",").filter(Boolean) },
});

export const handler = apiHandler(domainRoutes, handlers, apiCallers(env, db));
