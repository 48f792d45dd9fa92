import * as z from "zod/mini";
import { env, tokenEnv } from "../../shared/aws/env.ts";

export const schema = z.object({
  ...tokenEnv,
  API_TOKENS_TABLE: env.API_TOKENS_TABLE,
  API_TOKEN_OWNERS_TABLE: env.API_TOKEN_OWNERS_TABLE,
  /** What CloudFront says to the API so that it believes the viewer's address: infra/edge-proof.ts. */
  EDGE_PROOF: z.string().check(z.minLength(1)),
});
export type Env = z.infer<typeof schema>;
