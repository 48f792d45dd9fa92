import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";

export const schema = z.object({
  ADDRESSES_TABLE: env.ADDRESSES_TABLE,
  DOMAIN_HOLDERS_TABLE: env.DOMAIN_HOLDERS_TABLE,
  RUNS_TABLE: env.RUNS_TABLE,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  OPERATOR_MAILS_QUEUE_URL: env.OPERATOR_MAILS_QUEUE_URL,
  MAIL_DOMAIN: env.MAIL_DOMAIN,
});
export type Env = z.infer<typeof schema>;
