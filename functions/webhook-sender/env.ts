import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";

export const schema = z.object({
  WEBHOOKS_TABLE: env.WEBHOOKS_TABLE,
  WEBHOOK_DELIVERIES_TABLE: env.WEBHOOK_DELIVERIES_TABLE,
  WEBHOOK_KEY_ARN: env.WEBHOOK_KEY_ARN,
  WEBHOOKS_QUEUE_URL: env.WEBHOOKS_QUEUE_URL,
  NOTICES_QUEUE_URL: env.NOTICES_QUEUE_URL,
  OWN_HOSTS: env.OWN_HOSTS,
  APP_URL: z.url(),
  MAX_IN_FLIGHT: z.string().check(z.regex(/^[1-9]\d{0,3}$/)),
  LOCAL_TARGETS: env.LOCAL_TARGETS,
  /** Name servers in place of the system's, as `address:port`, set by one machine alone. */
  RESOLVERS: z.optional(z.string()),
});
export type Env = z.infer<typeof schema>;
