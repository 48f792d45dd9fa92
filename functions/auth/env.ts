import * as z from "zod/mini";
import { env, tokenEnv } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...tokenEnv,
  USERS_TABLE: env.USERS_TABLE,
  /** `on`: no token before the e-mail address is proved. */
  EMAIL_CONFIRMATION: z.enum(["on", "off"]),
});
export type Env = z.infer<typeof schema>;
