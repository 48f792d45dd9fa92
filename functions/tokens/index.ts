import { AgentStore } from "../../shared/agents/agent-store.ts";
import { tokenRoutes } from "../../shared/api/routes/tokens.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { apiCallers } from "../../shared/http/callers.ts";
import { TokenOwners } from "../../shared/tokens/token-owners.ts";
import { TokenStore } from "../../shared/tokens/token-store.ts";
import { schema } from "./env.ts";
import { tokenHandlers } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();

const handlers = tokenHandlers({
  tokens: new TokenStore(db, env.API_TOKENS_TABLE),
  owners: new TokenOwners(db, env.API_TOKEN_OWNERS_TABLE),
  agents: new AgentStore(db, env.AGENTS_TABLE),
  now: () => new Date(),
});

export const handler = apiHandler(tokenRoutes, handlers, apiCallers(env, db));
