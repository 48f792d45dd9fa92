import * as z from "zod/mini";
import { env, tokenEnv } from "../../shared/aws/env.ts";
import { checksEnv } from "../../shared/domains/wire.ts";

export const schema = z.object({
  ...tokenEnv,
  ...checksEnv,
  USERS_TABLE: env.USERS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  MAIL_DOMAIN: env.MAIL_DOMAIN,
  RESERVED_DOMAINS: env.RESERVED_DOMAINS,
});
export type Env = z.infer<typeof schema>;
