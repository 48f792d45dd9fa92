import * as z from "zod/mini";
import { checksEnv } from "../../shared/domains/wire.ts";

export const schema = z.object(checksEnv);
export type Env = z.infer<typeof schema>;
