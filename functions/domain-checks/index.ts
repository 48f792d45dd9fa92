import type { Context } from "aws-lambda";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { checksOf } from "../../shared/domains/wire.ts";
import { schema } from "./env.ts";
import { checkDue } from "./handler.ts";

const env = readEnv(schema);
const deps = checksOf(dynamo(), env);

export const handler = (_event: unknown, context: Pick<Context, "getRemainingTimeInMillis">) =>
  checkDue(new Date(Date.now() + context.getRemainingTimeInMillis()), deps);
