import * as z from "zod/mini";
import { callerEnv, env } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...callerEnv,
  AI_CONFIGURATIONS_TABLE: env.AI_CONFIGURATIONS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  ADDRESSES_TABLE: env.ADDRESSES_TABLE,
  BLOCKED_TABLE: env.BLOCKED_TABLE,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  MAIL_DOMAIN: env.MAIL_DOMAIN,
  IDEMPOTENCY_KEYS_TABLE: env.IDEMPOTENCY_KEYS_TABLE,
});
export type Env = z.infer<typeof schema>;
