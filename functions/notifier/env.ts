import * as z from "zod/mini";
import { env } from "../../shared/aws/env.ts";

export const schema = z.object({
  USERS_TABLE: env.USERS_TABLE,
  NOTICE_MARKS_TABLE: env.NOTICE_MARKS_TABLE,
  REMINDERS_TABLE: env.REMINDERS_TABLE,
  AGENTS_TABLE: env.AGENTS_TABLE,
  RUNS_TABLE: env.RUNS_TABLE,
  /** Where the web app is, without a slash at the end. */
  WEB_URL: z.url(),
  MAIL_DOMAIN: env.MAIL_DOMAIN,
  CONFIGURATION_SET: env.CONFIGURATION_SET,
});
export type Env = z.infer<typeof schema>;
