import * as z from "zod/mini";
import { callerEnv, env } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...callerEnv,
  USAGE_TABLE: env.USAGE_TABLE,
});
export type Env = z.infer<typeof schema>;
