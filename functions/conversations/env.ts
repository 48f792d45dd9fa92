import * as z from "zod/mini";
import { callerEnv, env } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...callerEnv,
  AGENTS_TABLE: env.AGENTS_TABLE,
  RUNS_TABLE: env.RUNS_TABLE,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  RAW_MAIL_BUCKET: env.RAW_MAIL_BUCKET,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  IDEMPOTENCY_KEYS_TABLE: env.IDEMPOTENCY_KEYS_TABLE,
});
export type Env = z.infer<typeof schema>;
