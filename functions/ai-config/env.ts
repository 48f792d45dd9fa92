import * as z from "zod/mini";
import { env, tokenEnv } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...tokenEnv,
  USERS_TABLE: env.USERS_TABLE,
  AI_CONFIGURATIONS_TABLE: env.AI_CONFIGURATIONS_TABLE,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  VAULT_KEY_ARN: env.VAULT_KEY_ARN,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
});
export type Env = z.infer<typeof schema>;
