import * as z from "zod";
import type { AwsOptions } from "../aws.ts";
import { AwsError } from "../wire/aws-error.ts";
import type { PoolStore } from "./pool-store.ts";

export type Context = { pools: PoolStore; region: string; onCode: AwsOptions["onCode"] };

/** One call: what it takes, and what it does. Its input is checked before `run`. */
export type Operation = (context: Context, input: unknown) => Promise<object>;

/** Binds a call to its schema. @throws AwsError InvalidParameterException when the input does not fit */
export function operation<T extends z.ZodType>(
  schema: T,
  run: (context: Context, input: z.infer<T>) => Promise<object>,
): Operation {
  return (context, input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new AwsError("InvalidParameterException", z.prettifyError(parsed.error));
    return run(context, parsed.data);
  };
}
