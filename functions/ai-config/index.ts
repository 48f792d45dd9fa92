import { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import { KeySealer, lazyKms } from "../../shared/ai-configs/vault.ts";
import { aiConfigRoutes } from "../../shared/api/routes/ai-config.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { apiCallers } from "../../shared/http/callers.ts";
import { HourlyLimit, KEY_CHECKS } from "../../shared/limits/hourly-limit.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { schema } from "./env.ts";
import { aiConfigHandlers } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();

const users = new UserStore(db, env.USERS_TABLE);

const handlers = aiConfigHandlers({
  configs: new ConfigStore(db, env.AI_CONFIGURATIONS_TABLE),
  users,
  sealer: new KeySealer(lazyKms(), env.VAULT_KEY_ARN),
  checks: new HourlyLimit(db, env.HOURLY_LIMITS_TABLE, KEY_CHECKS),
  jobs: new JobQueue(lazySqs(), env.AGENT_RUNS_QUEUE_URL),
  now: () => new Date(),
});

export const handler = apiHandler(aiConfigRoutes, handlers, apiCallers(env, db));
