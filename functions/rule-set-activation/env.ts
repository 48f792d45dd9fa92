import * as z from "zod/mini";

export const schema = z.object({ RULE_SET: z.string().check(z.minLength(1)) });
export type Env = z.infer<typeof schema>;
