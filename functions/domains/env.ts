import * as z from "zod/mini";
import { callerEnv, env } from "../../shared/aws/env.ts";
import { checksEnv } from "../../shared/domains/wire.ts";

export const schema = z.object({
  ...callerEnv,
  ...checksEnv,
  AGENTS_TABLE: env.AGENTS_TABLE,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  IDEMPOTENCY_KEYS_TABLE: env.IDEMPOTENCY_KEYS_TABLE,
  MAIL_DOMAIN: env.MAIL_DOMAIN,
  RESERVED_DOMAINS: env.RESERVED_DOMAINS,
});
export type Env = z.infer<typeof schema>;
