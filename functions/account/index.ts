import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../shared/http/token-verifier.ts";
import { UsageReader } from "../../shared/usage/usage-reader.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { schema } from "./env.ts";
import { accountHandlers } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();

const handlers = accountHandlers({
  users: new UserStore(db, env.USERS_TABLE),
  usage: new UsageReader(db, env.USAGE_TABLE),
  now: () => new Date(),
});

export const handler = apiHandler("account", handlers, tokenVerifier(env));
