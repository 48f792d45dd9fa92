import * as z from "zod/mini";

export const schema = z.object({
  /** Where the API answers, without `/api`. Each call is made there with the caller's own token. */
  API_URL: z.url(),
  /** Pages of these origins may call, separated by commas. */
  ALLOWED_ORIGINS: z.string(),
});
export type Env = z.infer<typeof schema>;
