import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";

export const schema = z.object({
  USERS_TABLE: env.USERS_TABLE,
  AI_CONFIGURATIONS_TABLE: env.AI_CONFIGURATIONS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  RUNS_TABLE: env.RUNS_TABLE,
  USAGE_TABLE: env.USAGE_TABLE,
  VAULT_KEY_ARN: env.VAULT_KEY_ARN,
  RAW_MAIL_BUCKET: env.RAW_MAIL_BUCKET,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  NOTICES_QUEUE_URL: env.NOTICES_QUEUE_URL,
  MAIL_DOMAIN: env.MAIL_DOMAIN,
  CONFIGURATION_SET: env.CONFIGURATION_SET,
});
export type Env = z.infer<typeof schema>;
