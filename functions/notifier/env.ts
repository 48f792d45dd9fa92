import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";

export const schema = z.object({
  USERS_TABLE: env.USERS_TABLE,
  NOTICE_MARKS_TABLE: env.NOTICE_MARKS_TABLE,
  MAIL_DOMAIN: env.MAIL_DOMAIN,
  CONFIGURATION_SET: env.CONFIGURATION_SET,
});
export type Env = z.infer<typeof schema>;
