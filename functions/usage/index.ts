import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../shared/http/token-verifier.ts";
import { UsageReader } from "../../shared/usage/usage-reader.ts";
import { schema } from "./env.ts";
import { usageHandlers } from "./handler.ts";

const env = readEnv(schema);
const handlers = usageHandlers({ usage: new UsageReader(dynamo(), env.USAGE_TABLE) });

export const handler = apiHandler("usage", handlers, tokenVerifier(env));
