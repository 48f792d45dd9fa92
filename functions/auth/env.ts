import * as z from "zod/mini";
import { env, tokenEnv } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...tokenEnv,
  USERS_TABLE: env.USERS_TABLE,
  CALLER_LIMITS_TABLE: env.CALLER_LIMITS_TABLE,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  /** `on`: no token before the address is verified. */
  EMAIL_CONFIRMATION: z.enum(["on", "off"]),
  /** The value that only our CloudFront sends to the API (infra/web.ts). */
  EDGE_PROOF: z.string().check(z.minLength(1)),
  CODES_PER_DAY: z.string().check(z.regex(/^[1-9]\d{0,8}$/)),
});
export type Env = z.infer<typeof schema>;
