import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { tokenVerifier } from "../../shared/http/token-verifier.ts";
import { TokenOwners } from "../../shared/tokens/token-owners.ts";
import { TokenStore } from "../../shared/tokens/token-store.ts";
import { schema } from "./env.ts";
import { authorizer } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();

export const handler = authorizer({
  session: tokenVerifier(env),
  tokens: new TokenStore(db, env.API_TOKENS_TABLE),
  owners: new TokenOwners(db, env.API_TOKEN_OWNERS_TABLE),
  edgeProof: env.EDGE_PROOF,
  now: () => new Date(),
});
