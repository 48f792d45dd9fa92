import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";
import { provider } from "../../shared/providers/provider.ts";

const wholeNumber = z.string().check(z.regex(/^[1-9]\d{0,8}$/));

export const schema = z.object({
  USERS_TABLE: env.USERS_TABLE,
  AI_CONFIGURATIONS_TABLE: env.AI_CONFIGURATIONS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  RUNS_TABLE: env.RUNS_TABLE,
  USAGE_TABLE: env.USAGE_TABLE,
  BLOCKED_TABLE: env.BLOCKED_TABLE,
  DENIED_SENDERS_TABLE: env.DENIED_SENDERS_TABLE,
  RUNNER_MARKS_TABLE: env.RUNNER_MARKS_TABLE,
  DELIVERY_MARKS_TABLE: env.DELIVERY_MARKS_TABLE,
  MAILBOXES_TABLE: env.MAILBOXES_TABLE,
  QUIET_THREADS_TABLE: env.QUIET_THREADS_TABLE,
  DOMAIN_HOLDERS_TABLE: env.DOMAIN_HOLDERS_TABLE,
  VAULT_KEY_ARN: env.VAULT_KEY_ARN,
  RAW_MAIL_BUCKET: env.RAW_MAIL_BUCKET,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  NOTICES_QUEUE_URL: env.NOTICES_QUEUE_URL,
  MAIL_DOMAIN: env.MAIL_DOMAIN,
  CONFIGURATION_SET: env.CONFIGURATION_SET,
  REPLIES_PER_HOUR: wholeNumber,
  REPLIES_PER_DAY: wholeNumber,
  /** The percentage of both limits that one owner may use. */
  OWNER_SHARE: wholeNumber,
  /** The number of batches that run at the same time, as in the queue's event source mapping. */
  MAX_INVOCATIONS: wholeNumber,
  // The platform key. All of these are set if the team has turned it on, otherwise none.
  PLATFORM_KEY_SECRET: z.optional(z.string()),
  PLATFORM_PROVIDER: z.optional(provider),
  PLATFORM_MODEL: z.optional(z.string()),
  PLATFORM_MAILS_PER_MONTH: env.PLATFORM_MAILS_PER_MONTH,
  WEBHOOKS_TABLE: env.WEBHOOKS_TABLE,
  WEBHOOKS_QUEUE_URL: env.WEBHOOKS_QUEUE_URL,
});
export type Env = z.infer<typeof schema>;
