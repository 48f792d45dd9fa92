import { Sessions } from "../../shared/accounts/sessions.ts";
import { authRoutes } from "../../shared/api/routes/auth.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { cognito } from "../../shared/aws/cognito.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../shared/http/token-verifier.ts";
import { CallerLimit } from "../../shared/limits/caller-limit.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { Accounts } from "./accounts.ts";
import { Admission } from "./admission.ts";
import { Codes } from "./codes.ts";
import { schema } from "./env.ts";
import { authHandlers } from "./handler.ts";

const env = readEnv(schema);
const users = cognito();
const db = dynamo();

const handlers = authHandlers({
  accounts: new Accounts(users, env.USER_POOL_ID),
  sessions: new Sessions(users, env.USER_POOL_ID, env.USER_POOL_CLIENT_ID),
  codes: new Codes(users, env.USER_POOL_CLIENT_ID),
  users: new UserStore(db, env.USERS_TABLE),
  jobs: new JobQueue(lazySqs(), env.AGENT_RUNS_QUEUE_URL),
  admission: new Admission({
    limits: new CallerLimit(db, env.CALLER_LIMITS_TABLE),
    edgeProof: env.EDGE_PROOF,
    codesPerDay: Number(env.CODES_PER_DAY),
    now: () => new Date(),
  }),
  confirmEmail: env.EMAIL_CONFIRMATION === "on",
  now: () => new Date(),
});

export const handler = apiHandler(authRoutes, handlers, tokenVerifier(env));
