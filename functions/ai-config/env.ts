import * as z from "zod/mini";
import { callerEnv, env } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...callerEnv,
  AI_CONFIGURATIONS_TABLE: env.AI_CONFIGURATIONS_TABLE,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  VAULT_KEY_ARN: env.VAULT_KEY_ARN,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  IDEMPOTENCY_KEYS_TABLE: env.IDEMPOTENCY_KEYS_TABLE,
});
export type Env = z.infer<typeof schema>;
