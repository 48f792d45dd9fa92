import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";

export const schema = z.object({
  USER_POOL_ID: env.USERS_TABLE,
  USERS_TABLE: env.USERS_TABLE,
  AI_CONFIGURATIONS_TABLE: env.AI_CONFIGURATIONS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  ADDRESSES_TABLE: env.ADDRESSES_TABLE,
  MAIL_DOMAIN: env.MAIL_DOMAIN,
  RUNS_TABLE: env.RUNS_TABLE,
  USAGE_TABLE: env.USAGE_TABLE,
  BLOCKED_TABLE: env.BLOCKED_TABLE,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  RUNNER_MARKS_TABLE: env.RUNNER_MARKS_TABLE,
  DELIVERY_MARKS_TABLE: env.DELIVERY_MARKS_TABLE,
  NOTICE_MARKS_TABLE: env.NOTICE_MARKS_TABLE,
  API_TOKENS_TABLE: env.API_TOKENS_TABLE,
  API_TOKEN_OWNERS_TABLE: env.API_TOKEN_OWNERS_TABLE,
  IDEMPOTENCY_KEYS_TABLE: env.IDEMPOTENCY_KEYS_TABLE,
  RAW_MAIL_BUCKET: env.RAW_MAIL_BUCKET,
  DELETIONS_QUEUE_URL: env.DELETIONS_QUEUE_URL,
  /** How long after the request to delete the last look is taken. */
  LAST_LOOK_SECONDS: z.coerce.number().check(z.int(), z.gte(0)),
  /** How long the user's row outlives the account of the user pool. It is longer than a log-in takes. */
  LOG_IN_SECONDS: z.coerce.number().check(z.int(), z.gte(0)),
});
export type Env = z.input<typeof schema>;
