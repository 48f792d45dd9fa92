import * as z from "zod/mini";
import { env, tokenEnv } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...tokenEnv,
  RUNS_TABLE: env.RUNS_TABLE,
  RAW_MAIL_BUCKET: env.RAW_MAIL_BUCKET,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
});
export type Env = z.infer<typeof schema>;
