import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";

export const schema = z.object({
  RUNS_TABLE: env.RUNS_TABLE,
  USAGE_TABLE: env.USAGE_TABLE,
  BLOCKED_TABLE: env.BLOCKED_TABLE,
  DELIVERY_MARKS_TABLE: env.DELIVERY_MARKS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  NOTICES_QUEUE_URL: env.NOTICES_QUEUE_URL,
  WEBHOOKS_TABLE: env.WEBHOOKS_TABLE,
  WEBHOOKS_QUEUE_URL: env.WEBHOOKS_QUEUE_URL,
});
export type Env = z.infer<typeof schema>;
