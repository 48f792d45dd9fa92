import * as z from "zod/mini";
import { env, tokenEnv } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...tokenEnv,
  USERS_TABLE: env.USERS_TABLE,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  /** `on`: no token before the address is verified. */
  EMAIL_CONFIRMATION: z.enum(["on", "off"]),
});
export type Env = z.infer<typeof schema>;
