import * as z from "zod/mini";

export const schema = z.object({ WEB_BUCKET: z.string().check(z.minLength(1)) });
export type Env = z.infer<typeof schema>;
