import * as z from "zod/mini";
import { callerEnv, env } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...callerEnv,
  AI_CONFIGURATIONS_TABLE: env.AI_CONFIGURATIONS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  RUNS_TABLE: env.RUNS_TABLE,
  USAGE_TABLE: env.USAGE_TABLE,
  BLOCKED_TABLE: env.BLOCKED_TABLE,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  DELETIONS_QUEUE_URL: env.DELETIONS_QUEUE_URL,
  PLATFORM_MAILS_PER_MONTH: env.PLATFORM_MAILS_PER_MONTH,
});
export type Env = z.infer<typeof schema>;
