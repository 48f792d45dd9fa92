import { Accounts } from "../../functions/auth/accounts.ts";
import { Admission } from "../../functions/auth/admission.ts";
import { Codes } from "../../functions/auth/codes.ts";
import { authHandlers } from "../../functions/auth/handler.ts";
import { Sessions } from "../../shared/accounts/sessions.ts";
import { authRoutes } from "../../shared/api/routes/auth.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../shared/http/token-verifier.ts";
import { CallerLimit } from "../../shared/limits/caller-limit.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { startDynamo } from "./dynamo.ts";
import { makeJobQueue } from "./job-queue.ts";
import { startTestAws } from "./test-aws.ts";
import { POOL } from "./tokens.ts";

const TABLES = { users: { partition: "user_id" }, usage: { partition: "user_id", sort: "day" } };
/** What CloudFront says to the API, in these tests. */
export const EDGE_PROOF = "arn:aws:cloudformation:us-east-1:0:stack/Latchkey/proof";

/** The auth function, wired as its index.ts does it, on a user pool and a table in memory. */
export async function startAuth({ codesPerDay = 1_000 } = {}) {
  const [aws, dynamo] = await Promise.all([startTestAws(), startDynamo(TABLES)]);
  const users = new UserStore(dynamo.db, "users");
  const { jobs } = await makeJobQueue(aws.sqs);
  const limits = new CallerLimit(dynamo.db, "usage");
  const admission = new Admission({ limits, edgeProof: EDGE_PROOF, codesPerDay, now: () => new Date() });
  const handler = (confirmEmail: boolean) =>
    apiHandler(
      authRoutes,
      authHandlers({
        accounts: new Accounts(aws.cognito, POOL.USER_POOL_ID),
        sessions: new Sessions(aws.cognito, POOL.USER_POOL_ID, POOL.USER_POOL_CLIENT_ID),
        codes: new Codes(aws.cognito, POOL.USER_POOL_CLIENT_ID),
        users,
        jobs,
        admission,
        confirmEmail,
        now: () => new Date(),
      }),
      tokenVerifier(POOL, aws.fetchKeys),
    );
  return {
    ...aws,
    users,
    /** Without e-mail confirmation, and with it. */
    open: handler(false),
    confirming: handler(true),
    stop: () => Promise.all([aws.stop(), dynamo.stop()]),
  };
}
