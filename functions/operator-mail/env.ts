import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";

export const schema = z.object({
  RAW_MAIL_BUCKET: env.RAW_MAIL_BUCKET,
  HOURLY_LIMITS_TABLE: env.HOURLY_LIMITS_TABLE,
  MAIL_DOMAIN: env.MAIL_DOMAIN,
  CONFIGURATION_SET: env.CONFIGURATION_SET,
  /** Missing or empty where the team named none. */
  OPERATOR_ADDRESS: z.optional(z.string()),
});
export type Env = z.infer<typeof schema>;
