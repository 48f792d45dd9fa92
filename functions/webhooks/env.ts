import * as z from "zod/mini";
import { callerEnv, env } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...callerEnv,
  AGENTS_TABLE: env.AGENTS_TABLE,
  IDEMPOTENCY_KEYS_TABLE: env.IDEMPOTENCY_KEYS_TABLE,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  WEBHOOKS_TABLE: env.WEBHOOKS_TABLE,
  WEBHOOK_DELIVERIES_TABLE: env.WEBHOOK_DELIVERIES_TABLE,
  WEBHOOK_KEY_ARN: env.WEBHOOK_KEY_ARN,
  WEBHOOKS_QUEUE_URL: env.WEBHOOKS_QUEUE_URL,
  OWN_HOSTS: env.OWN_HOSTS,
  LOCAL_TARGETS: env.LOCAL_TARGETS,
});
export type Env = z.infer<typeof schema>;
