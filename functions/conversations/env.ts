import * as z from "zod/mini";
import { env, tokenEnv } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...tokenEnv,
  USERS_TABLE: env.USERS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  RUNS_TABLE: env.RUNS_TABLE,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  QUIET_THREADS_TABLE: env.QUIET_THREADS_TABLE,
  RAW_MAIL_BUCKET: env.RAW_MAIL_BUCKET,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
});
export type Env = z.infer<typeof schema>;
