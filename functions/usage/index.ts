import { usageRoutes } from "../../shared/api/routes/usage.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { apiCallers } from "../../shared/http/callers.ts";
import { UsageReader } from "../../shared/usage/usage-reader.ts";
import { schema } from "./env.ts";
import { usageHandlers } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();
const handlers = usageHandlers({ usage: new UsageReader(db, env.USAGE_TABLE), now: () => new Date() });

export const handler = apiHandler(usageRoutes, handlers, apiCallers(env, db));
