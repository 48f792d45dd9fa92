import * as z from "zod/mini";
import { callerEnv, env } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...callerEnv,
  API_TOKEN_OWNERS_TABLE: env.API_TOKEN_OWNERS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  IDEMPOTENCY_KEYS_TABLE: env.IDEMPOTENCY_KEYS_TABLE,
});
export type Env = z.infer<typeof schema>;
