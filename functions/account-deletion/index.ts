import { AccountEnding } from "../../shared/accounts/account-ending.ts";
import { AddressClaims } from "../../shared/agents/address-claims.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { cognito } from "../../shared/aws/cognito.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { RawMails } from "../../shared/aws/raw-mails.ts";
import { s3 } from "../../shared/aws/s3.ts";
import { sqs } from "../../shared/aws/sqs.ts";
import { sqsBatch } from "../../shared/aws/sqs-batch.ts";
import { TokenOwners } from "../../shared/tokens/token-owners.ts";
import { DeletionQueue, deletion } from "../../shared/users/deletion-queue.ts";
import { UserRows } from "../../shared/users/user-rows.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { schema } from "./env.ts";
import { type Deps, deleteAccount } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();

const deps: Deps = {
  users: new UserStore(db, env.USERS_TABLE),
  accounts: new AccountEnding(cognito(), env.USER_POOL_ID),
  claims: new AddressClaims(db, env.ADDRESSES_TABLE, env.MAIL_DOMAIN),
  tokenOwners: new TokenOwners(db, env.API_TOKEN_OWNERS_TABLE),
  mails: new RawMails(s3(), env.RAW_MAIL_BUCKET),
  rows: {
    configs: new UserRows(db, env.AI_CONFIGURATIONS_TABLE, "provider"),
    apiTokens: new UserRows(db, env.API_TOKENS_TABLE, "token_id"),
    agents: new UserRows(db, env.AGENTS_TABLE, "agent_id"),
    runs: new UserRows(db, env.RUNS_TABLE, "run_id"),
    usage: new UserRows(db, env.USAGE_TABLE, "day"),
    blocked: new UserRows(db, env.BLOCKED_TABLE, "correspondent"),
    hourlyLimits: new UserRows(db, env.HOURLY_LIMITS_TABLE, "hour"),
    runnerMarks: new UserRows(db, env.RUNNER_MARKS_TABLE, "mark"),
    deliveryMarks: new UserRows(db, env.DELIVERY_MARKS_TABLE, "mark"),
    noticeMarks: new UserRows(db, env.NOTICE_MARKS_TABLE, "mark"),
    idempotencyKeys: new UserRows(db, env.IDEMPOTENCY_KEYS_TABLE, "request"),
  },
  deletions: new DeletionQueue(sqs(), env.DELETIONS_QUEUE_URL),
  lastLookSeconds: env.LAST_LOOK_SECONDS,
  logInSeconds: env.LOG_IN_SECONDS,
  now: () => new Date(),
};

export const handler = sqsBatch((record, context) => {
  const deadline = new Date(deps.now().getTime() + context.getRemainingTimeInMillis());
  return deleteAccount(deletion.parse(JSON.parse(record.body)), deadline, deps);
});
