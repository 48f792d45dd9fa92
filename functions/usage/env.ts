import * as z from "zod/mini";
import { env, tokenEnv } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...tokenEnv,
  USAGE_TABLE: env.USAGE_TABLE,
});
export type Env = z.infer<typeof schema>;
