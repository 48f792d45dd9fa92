import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";

export const schema = z.object({
  RUNS_TABLE: env.RUNS_TABLE,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  REMINDERS_TABLE: env.REMINDERS_TABLE,
  NOTICES_QUEUE_URL: env.NOTICES_QUEUE_URL,
});
export type Env = z.infer<typeof schema>;
